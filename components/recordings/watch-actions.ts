import { announce } from "@/components/keyboard/announce";
import { requestTakeaway } from "@/components/notes/takeaway-requests";
import { chooseSpeed, currentSpeed, nextSpeed } from "@/components/player/speed-setting";
import { secondOf } from "@/components/player/use-player-state";
import type { WatchPlayer } from "@/components/player/watch-player";

export const SKIP_SECONDS = 10;

/** A new takeaway at the present time, or at none where the player does not tell; its field takes the focus. */
export function addTakeaway(player: WatchPlayer, talkId: number): void {
	// The note is not to be seen behind it.
	if (document.fullscreenElement) void document.exitFullscreen();
	const time = player.backend ? secondOf(player) : null;
	requestTakeaway({ talkId, text: "", ...(time !== null && { time }) });
}

export function canPictureInPicture(player: WatchPlayer): boolean {
	return player.backend?.element instanceof HTMLVideoElement && document.pictureInPictureEnabled;
}

export async function togglePictureInPicture(player: WatchPlayer): Promise<void> {
	const element = player.backend?.element;
	if (!(element instanceof HTMLVideoElement) || !document.pictureInPictureEnabled) return;
	try {
		if (document.pictureInPictureElement) await document.exitPictureInPicture();
		else await element.requestPictureInPicture();
	} catch {
		announce("The browser does not show this recording in a window of its own. It has to have begun to load.");
	}
}

/** Safari on phones has a way of its own, for videos alone. */
type PhoneVideo = HTMLElement & { webkitEnterFullscreen?: () => void };

export async function toggleFullScreen(player: WatchPlayer): Promise<void> {
	const element: PhoneVideo | undefined = player.backend?.element;
	try {
		if (document.fullscreenElement) await document.exitFullscreen();
		else if (element?.requestFullscreen) await element.requestFullscreen();
		else element?.webkitEnterFullscreen?.();
	} catch {
		announce("The browser does not show this recording over the whole screen.");
	}
}

export function stepSpeed(player: WatchPlayer, step: 1 | -1): void {
	if (!player.backend?.setSpeed) return;
	chooseSpeed(nextSpeed(currentSpeed(), step));
	announce(`Speed ${currentSpeed()}×`);
}
