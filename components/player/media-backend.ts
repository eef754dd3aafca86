import { currentSpeed, onSpeed } from "./speed-setting";
import type { Backend, WatchPlayer } from "./watch-player";

const CHANGES = ["timeupdate", "seeking", "seeked", "play", "playing", "pause", "ended", "durationchange"] as const;

/** Plays through the page's own video, at the visitor's speed. Returns what ends it. */
export function attachMedia(player: WatchPlayer, video: HTMLVideoElement): () => void {
	const setSpeed = () => {
		const speed = currentSpeed();
		// The default holds when another file is taken.
		if (video.defaultPlaybackRate !== speed) video.defaultPlaybackRate = speed;
		if (video.playbackRate !== speed) video.playbackRate = speed;
	};
	const backend: Backend = {
		currentTime: () => video.currentTime,
		duration: () => (Number.isFinite(video.duration) ? video.duration : null),
		isPlaying: () => !video.paused && !video.ended,
		seek: (seconds) => {
			video.currentTime = seconds;
		},
		// A browser that wants it pressed says no.
		play: () => void video.play().catch(() => {}),
		pause: () => video.pause(),
		setSpeed,
		element: video,
	};
	setSpeed();
	for (const change of CHANGES) video.addEventListener(change, player.notify);
	const stopFollowing = onSpeed(setSpeed);
	const detach = player.attach(backend);
	return () => {
		for (const change of CHANGES) video.removeEventListener(change, player.notify);
		stopFollowing();
		detach();
	};
}
