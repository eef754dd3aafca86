import type { Cue } from "./types";

/** Cues that read as one, in order; never none. */
export type Paragraph = {
	/** Place of its first cue among all. */
	readonly first: number;
	readonly cues: readonly Cue[];
	/** All it says. */
	readonly text: string;
	/** Where each cue begins in the text. */
	readonly offsets: readonly number[];
};

/** Silence between paragraphs, in seconds. */
const MIN_PAUSE_SECONDS = 2.5;

/** From how many characters on a paragraph ends with its sentence, and from how many with its cue. */
const LONG_LENGTH = 320;
const MAX_LENGTH = 800;

/** What was said in paragraphs: another speaker, a pause, or the end of a sentence after some of them begins a new one. */
export function groupIntoParagraphs(cues: readonly Cue[]): Paragraph[] {
	const groups: Cue[][] = [];
	let length = 0;
	for (const cue of cues) {
		const group = groups.at(-1);
		const latest = group?.at(-1);
		if (!group || !latest || isBreak(latest, cue, length)) {
			groups.push([cue]);
			length = cue.text.length;
		} else {
			group.push(cue);
			length += cue.text.length + 1;
		}
	}
	let first = 0;
	return groups.map((group) => {
		const paragraph = { first, cues: group, ...joinCues(group) };
		first += group.length;
		return paragraph;
	});
}

function isBreak(before: Cue, cue: Cue, length: number): boolean {
	if (before.speaker !== cue.speaker || cue.start - before.end >= MIN_PAUSE_SECONDS || length >= MAX_LENGTH)
		return true;
	return length >= LONG_LENGTH && /[.!?…。！？]["'”’»)\]]*$/u.test(before.text);
}

function joinCues(cues: readonly Cue[]): { readonly text: string; readonly offsets: readonly number[] } {
	const offsets: number[] = [];
	let text = "";
	for (const cue of cues) {
		if (text !== "") text += " ";
		offsets.push(text.length);
		text += cue.text;
	}
	return { text, offsets };
}
