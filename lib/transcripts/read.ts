import webvtt from "webvtt-parser";
import { asWebVtt } from "./as-webvtt";
import { spokenIn } from "./cue-text";
import { decodeSubtitles } from "./decode";
import { withoutRolling } from "./rolling";
import { SubtitleError } from "./subtitle-error";
import type { Cue } from "./types";

const parser = new webvtt.WebVTTParser({ "&amp;": "&", "&lt;": "<", "&gt;": ">" });

/**
 * Reads a subtitle file, WebVTT (https://www.w3.org/TR/webvtt1/) or SRT, whatever its name: what was said, in order of time,
 * each thing once. What is broken in it is left out. Throws a `SubtitleError` where nothing can be read.
 */
export function readSubtitles(bytes: Uint8Array): Cue[] {
	const text = decodeSubtitles(bytes);
	const webVtt = asWebVtt(text);
	if (webVtt === "") throw new SubtitleError(whyNone(text));
	const said = parser.parse(webVtt, "metadata").cues.flatMap((cue) =>
		spokenIn(textOf(cue.tree.children)).map((spoken) => ({
			start: inMilliseconds(cue.startTime),
			end: inMilliseconds(Math.max(cue.startTime, cue.endTime)),
			...spoken,
		})),
	);
	const cues = withoutRolling(withoutDuplicates(said)).map((cue) => ({ ...cue, text: cue.text.replaceAll("\n", " ") }));
	if (cues.length === 0) throw new SubtitleError("The subtitle file has no words in it.");
	return cues;
}

/** The reader adds up seconds, which leaves 16.673000000000002 of them. */
const inMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Its markup is escaped, so that there is nothing but text. */
function textOf(nodes: readonly { readonly type: string; readonly value?: string }[]): string {
	return nodes.map((node) => node.value ?? "").join("");
}

/** Some files have each cue twice. */
function withoutDuplicates(cues: readonly Cue[]): Cue[] {
	const seen = new Set<string>();
	return cues.filter((cue) => {
		const key = JSON.stringify([cue.start, cue.end, cue.speaker, cue.text]);
		return !seen.has(key) && seen.add(key);
	});
}

function whyNone(text: string): string {
	if (text.trim() === "") return "The subtitle file is empty.";
	if (/^\uFEFF?\s*<(?:!doctype\s+html|html[\s>])/i.test(text)) return "There is a web page instead of a subtitle file.";
	if (/^\uFEFF?WEBVTT/.test(text)) return "The subtitle file has no words in it.";
	return "What is there is no subtitle file that can be read; WebVTT and SRT can.";
}
