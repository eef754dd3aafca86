"use client";

import { useEffect } from "react";
import { formatClock } from "@/lib/recordings/clock";
import { usePlayerState } from "./use-player-state";
import type { ResumePosition } from "./use-remembered-place";
import type { WatchPlayer } from "./watch-player";

/** Having played on for so long, one knows where one is. */
const NOTICE_SECONDS = 20;

type ResumeNoticeProps = { player: WatchPlayer; remembered: ResumePosition & { readonly forget: () => void } };

/** Says where one goes on, and the way elsewhere. */
export function ResumeNotice({ player, remembered: { position, isResumed, forget } }: ResumeNoticeProps) {
	const isOver = usePlayerState(
		player,
		(each) => isResumed && position !== null && each.hasPlayed && (each.currentTime() ?? 0) > position + NOTICE_SECONDS,
		false,
	);
	useEffect(() => {
		if (isOver) forget();
	}, [isOver, forget]);

	const seekTo = (seconds: number) => {
		player.seek(seconds);
		forget();
	};
	return (
		<p role="status" className="watch-line watch-continued">
			{position !== null && isResumed && (
				<>
					<span>Continued at {formatClock(position)}</span>
					<button type="button" className="button" onClick={() => seekTo(0)}>
						From the beginning
					</button>
				</>
			)}
			{position !== null && !isResumed && (
				<>
					<span>You stopped at {formatClock(position)}</span>
					<button type="button" className="button" onClick={() => seekTo(position)}>
						Continue there
					</button>
				</>
			)}
		</p>
	);
}
