"use client";

import { Check } from "lucide";
import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/keyboard/announce";
import { usePlayerState } from "@/components/player/use-player-state";
import type { WatchPlayer } from "@/components/player/watch-player";
import { Icon } from "@/components/ui/icon";
import { useMark } from "@/components/visitor/use-visitor";
import { markOf, setMark } from "@/components/visitor/visitor-store";

/** So much of it is as good as all: what follows is applause. */
const NEARLY_ALL = 0.9;

const PROMPT = "You have seen nearly all of it. Mark it watched?";

/** Asks whether the talk is watched, once an opening of the page, and never decides that by itself. */
export function WatchedOffer({ player, talkId }: { player: WatchPlayer; talkId: number }) {
	const isNearlySeen = usePlayerState(player, nearlySeen, false);
	const { mark } = useMark(talkId, null);
	const [choice, setChoice] = useState<"watched" | "not-yet">();
	const [isDue, setIsDue] = useState(false);
	const box = useRef<HTMLDivElement>(null);

	// Who then goes back to look at something again is still asked.
	if (isNearlySeen && !isDue && markOf(talkId) !== undefined) setIsDue(true);
	const isPrompting = isDue && !choice && mark !== "WATCHED";

	useEffect(() => {
		if (!isPrompting) return;
		// Whoever looks at the picture alone sees no page, and may not hear it.
		const comeBack = () => announce(PROMPT);
		document.addEventListener("leavepictureinpicture", comeBack, { capture: true });
		return () => document.removeEventListener("leavepictureinpicture", comeBack, { capture: true });
	}, [isPrompting]);

	function decide(next: "watched" | "not-yet") {
		if (next === "watched") setMark(talkId, "WATCHED");
		setChoice(next);
		// The button that was pressed is gone.
		box.current?.focus();
	}

	return (
		<div
			ref={box}
			tabIndex={-1}
			className={`flex flex-wrap items-center gap-x-4 gap-y-2 outline-none ${isPrompting ? "mt-2 rounded-lg border border-watched p-3" : ""}`}
		>
			<p role="status">
				{isPrompting && PROMPT}
				{choice === "watched" && mark === "WATCHED" && "Marked watched."}
			</p>
			{isPrompting && (
				<p className="flex flex-wrap gap-2">
					<button type="button" className="button-primary" onClick={() => decide("watched")}>
						<Icon icon={Check} /> Watched
					</button>
					<button type="button" className="button" onClick={() => decide("not-yet")}>
						Not yet
					</button>
				</p>
			)}
		</div>
	);
}

function nearlySeen(player: WatchPlayer): boolean {
	const duration = player.duration();
	return player.hasPlayed && duration !== null && (player.currentTime() ?? 0) >= duration * NEARLY_ALL;
}
