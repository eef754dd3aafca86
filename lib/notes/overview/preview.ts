import { stripMarkdown } from "@/lib/markdown/strip-markdown";
import { createExcerpt, cutBeginning, type Excerpt, highlightWords, type TextPart } from "@/lib/text/excerpt";
import { hasAnyWord } from "@/lib/text/find-words";
import { isBlankTakeaway } from "../content";
import type { NoteContent } from "../types";

/** What a list shows of a note. */
export type NotePreview = {
	readonly takeaways: readonly {
		readonly id: string;
		readonly time?: number;
		readonly parts: readonly TextPart[];
	}[];
	/** Takeaways that are not shown. */
	readonly moreTakeaways: number;
	/** Null where there is none, or nothing in it was looked for. */
	readonly prose: Excerpt | null;
};

const MAX_PREVIEW_TAKEAWAYS = 3;
const MAX_FOUND_TAKEAWAYS = 5;

/** No beginning is longer, with all its markup. */
const MAX_PREVIEW_LENGTH = 2_000;

/** The beginning of a note: its first takeaways and sentences. */
export function previewNote({ text, takeaways }: NoteContent): NotePreview {
	const filled = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	const visible = filled.slice(0, MAX_PREVIEW_TAKEAWAYS);
	const beginning = cutBeginning(stripMarkdown(text.trimStart().slice(0, MAX_PREVIEW_LENGTH)));
	const isCutAfter = beginning.isCut || text.trimStart().length > MAX_PREVIEW_LENGTH;
	return {
		takeaways: visible.map(({ text: line, ...rest }) => ({ ...rest, parts: highlightWords(stripMarkdown(line), []) })),
		moreTakeaways: filled.length - visible.length,
		prose:
			beginning.text === ""
				? null
				: { parts: [{ text: beginning.text, isMatch: false }], isCutBefore: false, isCutAfter },
	};
}

/** Where the folded words stand in a note: the takeaways that have any of them, and the prose around the first. */
export function previewMatches({ text, takeaways }: NoteContent, words: readonly string[]): NotePreview {
	const filled = takeaways
		.filter((takeaway) => !isBlankTakeaway(takeaway))
		.map((takeaway) => ({ ...takeaway, text: stripMarkdown(takeaway.text) }));
	const visible = filled.filter((takeaway) => hasAnyWord(takeaway.text, words)).slice(0, MAX_FOUND_TAKEAWAYS);
	return {
		takeaways: visible.map(({ text: line, ...rest }) => ({ ...rest, parts: highlightWords(line, words) })),
		moreTakeaways: filled.length - visible.length,
		prose: createExcerpt(stripMarkdown(text), words),
	};
}
