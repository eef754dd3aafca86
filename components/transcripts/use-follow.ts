import { type RefObject, useEffect, useRef, useState } from "react";
import type { Player } from "@/components/player/player-context";
import { findCueIndex } from "@/lib/transcripts/paragraphs";
import type { Cue } from "@/lib/transcripts/types";

/** What a reader scrolls by. Not the scrolling itself, which may be ours, or the browser's as what is off screen is drawn. */
const LEAVING = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

type Follow = {
	/** Whether what is being said is kept in view. */
	readonly isFollowing: boolean;
	readonly follow: () => void;
	/** Has the reader stay where they went. */
	readonly leave: () => void;
};

/**
 * Marks the cue that is being said, by `aria-current` of its element and of no other, and keeps it in view within the area
 * until the reader scrolls away. Nothing is drawn again for it: a talk has a thousand cues.
 */
export function useFollow(
	area: RefObject<HTMLElement | null>,
	{ cues, player }: { readonly cues: readonly Cue[]; readonly player: Player | null },
): Follow {
	const [isFollowing, setIsFollowing] = useState(true);
	const following = useRef(true);
	const currentCue = useRef(-1);

	function set(isOn: boolean) {
		following.current = isOn;
		setIsFollowing(isOn);
	}

	useEffect(() => {
		const element = area.current;
		if (!element || !player) return;
		const show = () => {
			const seconds = player.currentTime();
			const now = seconds === null ? -1 : findCueIndex(cues, seconds);
			if (now === currentCue.current) return;
			currentCue.current = now;
			element.querySelector("[data-cue][aria-current]")?.removeAttribute("aria-current");
			const cue = element.querySelector(`[data-cue="${now}"]`);
			cue?.setAttribute("aria-current", "true");
			if (cue && following.current && !isSelecting(element)) scrollTo(element, cue);
		};
		const onLeaving = (event: Event) => {
			if (!isLeaving(event, element)) return;
			following.current = false;
			setIsFollowing(false);
		};
		show();
		const unsubscribe = player.subscribe(show);
		for (const type of LEAVING) element.addEventListener(type, onLeaving, { passive: true });
		return () => {
			unsubscribe();
			for (const type of LEAVING) element.removeEventListener(type, onLeaving);
			currentCue.current = -1;
		};
	}, [area, cues, player]);

	return {
		isFollowing,
		follow: () => {
			set(true);
			const element = area.current;
			const cue = element?.querySelector("[data-cue][aria-current]");
			if (element && cue) scrollTo(element, cue);
		},
		leave: () => set(false),
	};
}

function isLeaving(event: Event, area: HTMLElement): boolean {
	if (event instanceof KeyboardEvent) return /^(?:Arrow|Page|Home|End|Tab| $)/.test(event.key) && event.target === area;
	// On the scroll bar.
	if (event.type === "pointerdown") return event.target === area && (event as PointerEvent).offsetX > area.clientWidth;
	return true;
}

function isSelecting(element: Element): boolean {
	const selection = document.getSelection();
	return (
		selection !== null &&
		!selection.isCollapsed &&
		selection.rangeCount > 0 &&
		selection.getRangeAt(0).intersectsNode(element)
	);
}

/** To the upper third of the area, which alone is scrolled, and not where it is in sight there already. */
function scrollTo(area: HTMLElement, cue: Element): void {
	const outer = area.getBoundingClientRect();
	const inner = cue.getBoundingClientRect();
	const isInSight = inner.top >= outer.top + outer.height * 0.1 && inner.bottom <= outer.top + outer.height * 0.6;
	if (isInSight) return;
	const top = area.scrollTop + inner.top - outer.top - outer.height / 3;
	const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
	// A long way is not worth watching.
	const isFar = Math.abs(top - area.scrollTop) > outer.height * 2;
	area.scrollTo({ top, behavior: isCalm || isFar ? "instant" : "smooth" });
}
