import webvtt from "webvtt-parser";
import { normalizeWebVtt } from "./as-webvtt";
import { parseCueText } from "./cue-text";
import { decodeSubtitles } from "./decode";
import { mergeRollingCues } from "./rolling";
import { SubtitleError } from "./subtitle-error";
import type { Cue } from "./types";

const parser = new webvtt.WebVTTParser({ "&amp;": "&", "&lt;": "<", "&gt;": ">" });

/**
 * Reads a subtitle file, WebVTT (https://www.w3.org/TR/webvtt1/) or SRT, whatever its name: what was said, in order of time,
 * each thing once. What is broken in it is left out. Throws a `SubtitleError` where nothing can be read.
 */
export function readSubtitles(bytes: Uint8Array): Cue[] {
	const text = decodeSubtitles(bytes);
	const webVtt = normalizeWebVtt(text);
	if (webVtt === "") throw new SubtitleError(describeProblem(text));
	const spokenParts = parser.parse(webVtt, "metadata").cues.flatMap((cue) =>
		parseCueText(joinText(cue.tree.children)).map((spoken) => ({
			start: roundToMilliseconds(cue.startTime),
			end: roundToMilliseconds(Math.max(cue.startTime, cue.endTime)),
			...spoken,
		})),
	);
	const cues = mergeRollingCues(dropDuplicates(spokenParts)).map((cue) => ({
		...cue,
		text: cue.text.replaceAll("\n", " "),
	}));
	if (cues.length === 0) throw new SubtitleError("The subtitle file has no words in it.");
	return cues;
}

/** The reader adds up seconds, which leaves 16.673000000000002 of them. */
const roundToMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Its markup is escaped, so that there is nothing but text. */
function joinText(nodes: readonly { readonly type: string; readonly value?: string }[]): string {
	return nodes.map((node) => node.value ?? "").join("");
}

/** Some files have each cue twice. */
function dropDuplicates(cues: readonly Cue[]): Cue[] {
	const seen = new Set<string>();
	return cues.filter((cue) => {
		const key = JSON.stringify([cue.start, cue.end, cue.speaker, cue.text]);
		return !seen.has(key) && seen.add(key);
	});
}

function describeProblem(text: string): string {
	if (text.trim() === "") return "The subtitle file is empty.";
	if (/^\uFEFF?\s*<(?:!doctype\s+html|html[\s>])/i.test(text)) return "There is a web page instead of a subtitle file.";
	if (/^\uFEFF?WEBVTT/.test(text)) return "The subtitle file has no words in it.";
	return "What is there is no subtitle file that can be read; WebVTT and SRT can.";
}
