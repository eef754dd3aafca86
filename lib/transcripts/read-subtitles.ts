import { decodeHTMLStrict } from "entities";
import webvtt from "webvtt-parser";
import { normalizeWebVtt } from "./normalize-webvtt";
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

/** A part of a cue that one person says. */
type SpokenPart = { readonly text: string; readonly speaker?: string };

// Of WebVTT and of what SRT files have. Anything else in angle brackets is what somebody said of code.
const TAG = /<(\/?)(v|c|i|b|u|s|lang|ruby|rt|font|span|p|br|div|a|em|strong)((?:[.\s/][^<>]*)?)>|<\d[\d:.,]*>/gi;

/** Where a subtitle stands on the picture, as some SRT files say it. */
const OVERRIDE = /\{\\an?\d{1,2}\}/g;

/**
 * What a cue's text says, without its markup (https://www.w3.org/TR/webvtt1/#cue-text), in plain lines: one part for each
 * voice in it, none where nothing is said.
 */
function parseCueText(markup: string): SpokenPart[] {
	const parts: { speaker: string; markup: string }[] = [{ speaker: "", markup: "" }];
	const append = (text: string) => {
		const last = parts.at(-1);
		if (last) last.markup += text;
	};
	const withoutOverrides = markup.replace(OVERRIDE, "");
	let at = 0;
	for (const match of withoutOverrides.matchAll(TAG)) {
		const [tag, slash, name = "", rest = ""] = match;
		append(withoutOverrides.slice(at, match.index));
		at = match.index + tag.length;
		if (/^v$/i.test(name)) parts.push({ speaker: slash ? "" : parseSpeaker(rest), markup: "" });
		else if (/^(?:br|p|div)$/i.test(name)) append("\n");
	}
	append(withoutOverrides.slice(at));
	return parts.flatMap((part) => {
		const text = cleanLines(part.markup);
		if (text === "") return [];
		return [part.speaker === "" ? { text } : { text, speaker: part.speaker }];
	});
}

/** Of `.loud.first Ann B`, what follows the classes. */
function parseSpeaker(annotation: string): string {
	return cleanLines(annotation.replace(/^(?:\.[^\s.]*)+/, "")).replaceAll("\n", " ");
}

/** As read: character references undone, and nothing that a database cannot store. Blank lines are left out. */
function cleanLines(markup: string): string {
	return (
		decodeHTMLStrict(markup)
			.replace(/\p{Surrogate}/gu, "\uFFFD")
			.split(/[\n\r\u2028\u2029]/)
			// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is taken out
			.map((line) => line.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim())
			.filter((line) => line !== "")
			.join("\n")
	);
}

/**
 * A subtitle file as text: UTF-8 or UTF-16 as its first bytes say, UTF-16 without saying so where every other byte is zero,
 * and Windows-1252 where it is no UTF-8, as older SRT files are.
 */
function decodeSubtitles(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	if (first !== 0 && second === 0) return new TextDecoder("utf-16le").decode(bytes);
	if (first === 0 && second !== 0 && second !== undefined) return new TextDecoder("utf-16be").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		// As a stream: of a whole, Node.js 20 makes Latin-1, which has no quotation marks.
		return new TextDecoder("windows-1252").decode(bytes, { stream: true });
	}
}

/** Fewer repetitions are somebody who says the same again. */
const MIN_REPETITIONS = 3;

/**
 * Rolling captions, as YouTube makes them, with each line once. In those a cue begins with the last line of the one before it,
 * which is still on the screen; most do, or nothing is changed. Lines are parted by line breaks.
 */
function mergeRollingCues(cues: readonly Cue[]): readonly Cue[] {
	const repeating = cues.filter((cue, index) => index > 0 && countRepeatedLines(cues[index - 1], cue) > 0).length;
	if (repeating < MIN_REPETITIONS || repeating < (cues.length - 1) / 2) return cues;
	const merged: Cue[] = [];
	for (const [index, cue] of cues.entries()) {
		const text = splitLines(cue)
			.slice(countRepeatedLines(cues[index - 1], cue))
			.join("\n");
		const latest = merged.at(-1);
		if (text !== "") merged.push({ ...cue, text });
		else if (latest) merged[merged.length - 1] = { ...latest, end: Math.max(latest.end, cue.end) };
	}
	return merged;
}

/** How many lines at a cue's beginning are those at the end of the one before it. */
function countRepeatedLines(before: Cue | undefined, cue: Cue): number {
	if (!before) return 0;
	const [earlier, lines] = [splitLines(before), splitLines(cue)];
	for (let count = Math.min(earlier.length, lines.length, 4); count > 0; count--) {
		if (earlier.slice(-count).join("\n") === lines.slice(0, count).join("\n")) return count;
	}
	return 0;
}

const splitLines = (cue: Cue) => cue.text.split("\n");

/** What is wrong with a subtitle file, in one sentence for the person who wants to read it. */
export class SubtitleError extends Error {
	override readonly name = "SubtitleError";
}
