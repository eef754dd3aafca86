import { skimMarkdown } from "@/lib/markdown/skim";
import { beginningOf, type Excerpt, excerptAround, markWords, type TextPart } from "@/lib/search/excerpt";
import { hasAnyWord } from "@/lib/search/folded-places";
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

const FIRST_TAKEAWAYS = 3;
const MOST_FOUND_TAKEAWAYS = 5;

/** No beginning is longer, with all its markup. */
const BEGINNING = 2_000;

/** The beginning of a note: its first takeaways and sentences. */
export function beginningOfNote({ text, takeaways }: NoteContent): NotePreview {
	const written = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	const shown = written.slice(0, FIRST_TAKEAWAYS);
	const beginning = beginningOf(skimMarkdown(text.trimStart().slice(0, BEGINNING)));
	const isCutAfter = beginning.isCut || text.trimStart().length > BEGINNING;
	return {
		takeaways: shown.map(({ text: line, ...rest }) => ({ ...rest, parts: markWords(skimMarkdown(line), []) })),
		moreTakeaways: written.length - shown.length,
		prose:
			beginning.text === ""
				? null
				: { parts: [{ text: beginning.text, isMatch: false }], isCutBefore: false, isCutAfter },
	};
}

/** Where the folded words stand in a note: the takeaways that have any of them, and the prose around the first. */
export function foundInNote({ text, takeaways }: NoteContent, words: readonly string[]): NotePreview {
	const written = takeaways
		.filter((takeaway) => !isBlankTakeaway(takeaway))
		.map((takeaway) => ({ ...takeaway, text: skimMarkdown(takeaway.text) }));
	const shown = written.filter((takeaway) => hasAnyWord(takeaway.text, words)).slice(0, MOST_FOUND_TAKEAWAYS);
	return {
		takeaways: shown.map(({ text: line, ...rest }) => ({ ...rest, parts: markWords(line, words) })),
		moreTakeaways: written.length - shown.length,
		prose: excerptAround(skimMarkdown(text), words),
	};
}
