import { EMBED_HOSTS } from "@/lib/recordings/embeds";
import { currentSpeed, onSpeed } from "./speed-setting";
import type { WatchPlayer } from "./watch-player";

const { origin: ORIGIN } = EMBED_HOSTS.youtube;
const LISTEN_MS = 500;
const PLAYING = 1;
const BUFFERING = 3;

type Info = { currentTime?: unknown; duration?: unknown; playerState?: unknown };

/**
 * Plays through YouTube's frame by the messages that its own script sends and gets: `listening` makes it tell, `command`
 * does. Frames tell nothing until they are ready, so that it is asked again until one does. Returns what ends it.
 */
export function attachYoutube(player: WatchPlayer, frame: HTMLIFrameElement): () => void {
	let time: number | null = null;
	let duration: number | null = null;
	let state: number | null = null;
	const send = (message: object) =>
		frame.contentWindow?.postMessage(JSON.stringify({ id: 1, channel: "widget", ...message }), ORIGIN);
	const command = (func: string, ...args: unknown[]) => send({ event: "command", func, args });
	const setSpeed = () => command("setPlaybackRate", currentSpeed());

	const listenTimer = setInterval(() => send({ event: "listening" }), LISTEN_MS);
	function onMessage({ origin, source, data }: MessageEvent) {
		if (origin !== ORIGIN || source !== frame.contentWindow) return;
		const info = parseInfo(data);
		if (!info) return;
		if (time === null) {
			clearInterval(listenTimer);
			setSpeed();
		}
		time = numberOr(info.currentTime, time ?? 0);
		duration = numberOr(info.duration, duration) || null;
		state = numberOr(info.playerState, state);
		player.notify();
	}
	window.addEventListener("message", onMessage);
	const stopFollowing = onSpeed(setSpeed);
	const detach = player.attach({
		currentTime: () => time ?? player.wanted,
		duration: () => duration,
		isPlaying: () => state === PLAYING || state === BUFFERING,
		seek: (seconds) => {
			if (time === null) return;
			time = seconds;
			command("seekTo", seconds, true);
		},
		play: () => command("playVideo"),
		pause: () => command("pauseVideo"),
		setSpeed,
		element: frame,
	});
	return () => {
		clearInterval(listenTimer);
		window.removeEventListener("message", onMessage);
		stopFollowing();
		detach();
	};
}

function parseInfo(data: unknown): Info | null {
	if (typeof data !== "string") return null;
	try {
		const { event, info } = JSON.parse(data) ?? {};
		const isInfo = event === "initialDelivery" || event === "infoDelivery";
		return isInfo && typeof info === "object" ? (info as Info | null) : null;
	} catch {
		return null;
	}
}

function numberOr<Other>(value: unknown, other: Other): number | Other {
	return typeof value === "number" && Number.isFinite(value) ? value : other;
}
