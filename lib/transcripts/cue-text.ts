import { decodeHTMLStrict } from "entities";

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
export function parseCueText(markup: string): SpokenPart[] {
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
