import { currentSpeed, onSpeed } from "./speed-setting";
import type { WatchPlayer } from "./watch-player";

/** Plays through Vimeo's frame, by its own package, which sends messages and loads nothing. Returns what ends it. */
export function attachVimeo(player: WatchPlayer, frame: HTMLIFrameElement): () => void {
	let stop = () => {};
	let isEnded = false;
	void import("@vimeo/player").then(({ default: Vimeo }) => {
		if (isEnded) return;
		const vimeo = new Vimeo(frame);
		let time: number | null = null;
		let duration: number | null = null;
		let isPlaying = false;
		const update = (change: Partial<{ seconds: number; duration: number }>, playing = isPlaying) => {
			time = change.seconds ?? time;
			duration = change.duration || duration;
			isPlaying = playing;
			player.notify();
		};
		// What it cannot do, such as a speed that the video's owner does not allow, it refuses.
		const attempt = (work: Promise<unknown>) => void work.catch(() => {});
		const setSpeed = () => attempt(vimeo.setPlaybackRate(currentSpeed()));
		vimeo.on("timeupdate", (data) => update(data));
		vimeo.on("seeked", (data) => update(data));
		vimeo.on("play", (data) => update(data, true));
		vimeo.on("pause", (data) => update(data, false));
		vimeo.on("ended", (data) => update(data, false));
		const stopFollowing = onSpeed(setSpeed);
		const detach = player.attach({
			currentTime: () => time ?? player.wanted,
			duration: () => duration,
			isPlaying: () => isPlaying,
			seek: (seconds) => {
				if (time !== null) time = seconds;
				attempt(vimeo.setCurrentTime(seconds));
			},
			play: () => attempt(vimeo.play()),
			pause: () => attempt(vimeo.pause()),
			setSpeed,
			element: frame,
		});
		setSpeed();
		stop = () => {
			stopFollowing();
			detach();
			attempt(vimeo.unload());
		};
	});
	return () => {
		isEnded = true;
		stop();
	};
}
