"use client";

import { useEffect } from "react";
import { formatClock } from "@/lib/recordings/clock";
import { usePlayerState } from "./use-player-state";
import type { RememberedPlace } from "./use-remembered-place";
import type { WatchPlayer } from "./watch-player";

/** Having played on for so long, one knows where one is. */
const SAID_SECONDS = 20;

type Props = { player: WatchPlayer; remembered: RememberedPlace & { readonly forget: () => void } };

/** Says where one goes on, and the way elsewhere. */
export function Continued({ player, remembered: { place, isThere, forget } }: Props) {
	const isOver = usePlayerState(
		player,
		(each) => isThere && place !== null && each.hasPlayed && (each.currentTime() ?? 0) > place + SAID_SECONDS,
		false,
	);
	useEffect(() => {
		if (isOver) forget();
	}, [isOver, forget]);

	const go = (seconds: number) => {
		player.seek(seconds);
		forget();
	};
	return (
		<p role="status" className="watch-line watch-continued">
			{place !== null && isThere && (
				<>
					<span>Continued at {formatClock(place)}</span>
					<button type="button" className="button" onClick={() => go(0)}>
						From the beginning
					</button>
				</>
			)}
			{place !== null && !isThere && (
				<>
					<span>You stopped at {formatClock(place)}</span>
					<button type="button" className="button" onClick={() => go(place)}>
						Continue there
					</button>
				</>
			)}
		</p>
	);
}
