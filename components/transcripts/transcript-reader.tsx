"use client";

import "@/components/ui/marked-text.css";
import { Quote } from "lucide";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { areShortcutsOff } from "@/components/keyboard/shortcuts-setting";
import { requestTakeaway } from "@/components/notes/takeaway-requests";
import { usePlayer } from "@/components/player/player-context";
import { Icon } from "@/components/ui/icon";
import { normalizeForSearch } from "@/lib/text/normalize";
import { formatClock } from "@/lib/time/clock";
import { findInParagraphs, formatQuotation, groupIntoParagraphs } from "@/lib/transcripts/paragraphs";
import type { Cue } from "@/lib/transcripts/types";
import { TranscriptParagraph } from "./transcript-paragraph";
import { TranscriptSearch } from "./transcript-search";
import { useFollow } from "./use-follow";
import type { Passage } from "./use-passage";
import { usePassage } from "./use-passage";

type Props = {
	talkId: number;
	cues: readonly Cue[];
	/** BCP 47; "" where it is not known. */
	language: string;
};

/** A transcript to read along, to search, to seek by and to quote from. */
export function TranscriptReader({ talkId, cues, language }: Props) {
	"use memo";
	const player = usePlayer();
	const area = useRef<HTMLElement>(null);
	const [paragraphs] = useState(() => groupIntoParagraphs(cues));
	const [normalizedTexts] = useState(() => paragraphs.map(({ text }) => normalizeForSearch(text)));
	const [query, setQuery] = useState("");
	const [matchIndex, setMatchIndex] = useState(0);
	const [announced, setAnnounced] = useState("");
	const deferredQuery = useDeferredValue(query);
	const matches = findInParagraphs(paragraphs, normalizedTexts, deferredQuery);
	const { isFollowing, follow, leave } = useFollow(area, { cues, player });
	const passage = usePassage(area, cues);

	function quote({ text, time }: Passage) {
		const quotation = formatQuotation(text);
		const seconds = Math.floor(time);
		requestTakeaway({ talkId, text: quotation.text, time: seconds });
		document.getSelection()?.removeAllRanges();
		setAnnounced(
			`Added as a takeaway at ${formatClock(seconds)}${quotation.isCut ? ", cut to 2,000 characters" : ""}.`,
		);
	}
	useEffect(() => {
		if (!passage) return;
		const onKey = (event: KeyboardEvent) => {
			if (
				event.key !== "q" ||
				event.ctrlKey ||
				event.metaKey ||
				event.altKey ||
				areShortcutsOff() ||
				isWriting(event.target)
			)
				return;
			event.preventDefault();
			quote(passage);
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	});

	// One listener for all. A cue is no button, whose text could not be selected; the keyboard has the paragraphs' times.
	useEffect(() => {
		const element = area.current;
		if (!element) return;
		const seek = (seconds: number) => {
			player?.seek(seconds);
			follow();
		};
		const onClick = ({ target }: MouseEvent) => {
			if (!(target instanceof Element)) return;
			const dataValue = (name: string) => target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
			const [quoted, start, cue] = ["quote", "seek", "cue"].map(dataValue);
			if (quoted) {
				const paragraph = paragraphs.find(({ first }) => first === Number(quoted));
				if (paragraph) quote({ text: paragraph.text, time: paragraph.cues[0]?.start ?? 0 });
			} else if (start) seek(Number(start));
			else if (cue && document.getSelection()?.isCollapsed !== false) seek(cues[Number(cue)]?.start ?? 0);
		};
		element.addEventListener("click", onClick);
		return () => element.removeEventListener("click", onClick);
	});

	useEffect(() => {
		const element = area.current;
		if (!element || deferredQuery === "") return;
		for (const mark of element.querySelectorAll("mark[aria-current]")) mark.removeAttribute("aria-current");
		const found = element.querySelectorAll(`mark[data-match="${matchIndex}"]`);
		for (const mark of found) mark.setAttribute("aria-current", "true");
		const [first] = found;
		if (first) element.scrollTo({ top: element.scrollTop + offsetIn(element, first), behavior: "instant" });
	}, [matchIndex, deferredQuery]);

	return (
		<>
			<TranscriptSearch
				query={query}
				count={matches.count}
				matchIndex={Math.min(matchIndex, Math.max(0, matches.count - 1))}
				onQuery={(next) => {
					setQuery(next);
					setMatchIndex(0);
					if (next !== "") leave();
				}}
				onStep={(by) => {
					if (matches.count === 0) return;
					leave();
					setMatchIndex((matchIndex + by + matches.count) % matches.count);
				}}
			/>
			<section
				// What is read scrolls by itself, so that the player stays where it is.
				className="transcript-area marked relative max-h-[min(32rem,70svh)] overflow-y-auto overscroll-contain border-y border-line py-2 leading-[1.65] lg:max-h-none lg:min-h-0 lg:grow lg:basis-24"
				aria-label="What is said"
				ref={area}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
				tabIndex={0}
				lang={language || undefined}
				data-seeks={player ? "" : undefined}
			>
				{paragraphs.map((paragraph, index) => (
					<TranscriptParagraph
						key={paragraph.first}
						paragraph={paragraph}
						matches={matches.byParagraph.get(index)}
						canSeek={player !== null}
					/>
				))}
			</section>
			{/* Over the end of what is read, so that nothing moves when there is something to press. */}
			<div className="pointer-events-none absolute inset-x-4 bottom-7 flex flex-wrap justify-end gap-2 *:pointer-events-auto *:shadow-[0_0.25rem_0.75rem_light-dark(oklch(0_0_0/0.18),oklch(0_0_0/0.5))]">
				{passage && (
					<button
						className="button-primary"
						type="button"
						aria-keyshortcuts="q"
						// The selection would be gone before the press is done.
						onPointerDown={(event) => event.preventDefault()}
						onClick={() => quote(passage)}
					>
						<Icon icon={Quote} /> Add as takeaway
					</button>
				)}
				{player && !isFollowing && (
					<button className="button" type="button" onClick={follow}>
						Follow
					</button>
				)}
			</div>
			<p className="sr-only" role="status">
				{announced}
			</p>
		</>
	);
}

/** How far an area has to be scrolled for something in it to stand in its upper third. */
function offsetIn(area: Element, element: Element): number {
	const outer = area.getBoundingClientRect();
	return element.getBoundingClientRect().top - outer.top - outer.height / 3;
}

function isWriting(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}
