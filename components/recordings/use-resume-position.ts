"use client";

import { useCallback, useEffect, useState } from "react";
import type { WatchPlayer } from "@/components/player/watch-player";
import { isUnfinished } from "@/lib/recordings/playback/progress";
import { PlaybackSession } from "./playback-session";

/** More than this between two reports is a jump. */
const JUMP_SECONDS = 3;

export type ResumePosition = {
	/** Seconds at which one stopped; null where there is nothing to say of it. */
	readonly position: number | null;
	/** Whether the recording was brought there; else it plays from elsewhere, and can be. */
	readonly isResumed: boolean;
};

const NO_POSITION: ResumePosition = { position: null, isResumed: false };

/** Goes on where the visitor stopped in the talk, unless the address names a moment, and keeps where they are. */
export function useResumePosition(player: WatchPlayer, talkId: number, isOn: boolean) {
	const [remembered, setRemembered] = useState(NO_POSITION);

	useEffect(() => {
		if (!isOn) return;
		const session = new PlaybackSession(talkId);
		let isLoaded = false;
		let isGone = false;
		let last = { time: 0, isPlaying: false };

		const report = () => {
			const time = player.currentTime();
			// Nothing is kept before the place that was is known, and nothing of a page on which nothing played.
			if (!isLoaded || !player.hasPlayed || !player.backend || time === null) return;
			session.report(time, player.duration());
			const isPlaying = player.isPlaying();
			if (last.isPlaying !== isPlaying || Math.abs(time - last.time) > JUMP_SECONDS) session.flush();
			last = { time, isPlaying };
		};
		const leave = () => {
			report();
			session.flush();
		};
		const hide = () => document.hidden && leave();

		void session.load().then((saved) => {
			if (isGone) return;
			isLoaded = true;
			if (!saved || !isUnfinished(saved)) return;
			const isResumed = player.wanted === null && !player.hasPlayed;
			if (isResumed) player.seek(saved.position);
			// A moment that was asked for is where one wants to be.
			if (isResumed || player.hasPlayed) setRemembered({ position: saved.position, isResumed });
		});
		const stop = player.subscribe(report);
		window.addEventListener("pagehide", leave);
		document.addEventListener("visibilitychange", hide);
		return () => {
			isGone = true;
			leave();
			stop();
			window.removeEventListener("pagehide", leave);
			document.removeEventListener("visibilitychange", hide);
			session.close();
		};
	}, [player, talkId, isOn]);

	const forget = useCallback(() => setRemembered(NO_POSITION), []);
	return { ...remembered, forget };
}
