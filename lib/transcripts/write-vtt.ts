import { formatTimestamp } from "./normalize-webvtt";
import type { Cue } from "./types";

/** Cues as WebVTT (https://www.w3.org/TR/webvtt1/), for a video's subtitles; `readSubtitles` reads them back. */
export function toVtt(cues: readonly Cue[]): string {
	return `WEBVTT\n${cues.map((cue) => `\n${blockOf(cue)}\n`).join("")}`;
}

function blockOf({ start, end, text, speaker }: Cue): string {
	const [from, to] = [start, end].map((seconds) => Math.round(seconds * 1000)) as [number, number];
	// A cue that takes no time would not be shown, and is not allowed.
	const times = `${formatTimestamp(from)} --> ${formatTimestamp(Math.max(to, from + 1))}`;
	const voice = speaker === undefined ? "" : `<v ${escaped(speaker)}>`;
	return `${times}\n${voice}${escaped(text)}`;
}

/** References of the text itself are escaped with it; a line break would end the cue where another follows. */
function escaped(text: string): string {
	return text.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
