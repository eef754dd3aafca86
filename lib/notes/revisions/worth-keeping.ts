import { isBlank, isBlankTakeaway } from "../content";
import type { NoteContent } from "../types";

const MINUTE = 60_000;

/** How long a note has to stand, in milliseconds, to be what somebody left it as and not a pause for a thought. */
export const SITTING = 2 * MINUTE;

/** While somebody writes on and on, what the note is at every fifth minute of the clock is kept, in milliseconds. */
export const GROUP = 5 * MINUTE;

/** So many characters gone in one save are never let go; of a short note, a quarter of it from a line's worth on. */
const MANY_CHARACTERS = 100;
const SOME_CHARACTERS = 30;
const BIG_PART = 1 / 4;
const SEVERAL_TAKEAWAYS = 2;

export type Change = {
	/** What the note was, and when it was saved as that. */
	readonly before: NoteContent & { readonly savedAt: Date };
	readonly after: NoteContent;
	readonly now: Date;
};

/**
 * Whether what a note was is worth a revision, now that it becomes something else: the end of a sitting, a state every
 * few minutes of a long one, and whatever is lost at once. Blank notes never are.
 * @param latestSavedAt When the newest revision so far was saved as what it is; null where there is none.
 */
export function isWorthKeeping({ before, after, now }: Change, latestSavedAt: Date | null): boolean {
	if (isBlank(before)) return false;
	if (now.getTime() - before.savedAt.getTime() >= SITTING || isMuchLost(before, after)) return true;
	if (group(before.savedAt) === group(now)) return false;
	// Kept a moment ago, as what came before a big deletion.
	return latestSavedAt === null || before.savedAt.getTime() - latestSavedAt.getTime() >= SITTING;
}

function group(at: Date): number {
	return Math.floor(at.getTime() / GROUP);
}

/** Whether one change takes away a big part of what was written, or several takeaways. */
export function isMuchLost(before: NoteContent, after: NoteContent): boolean {
	const kept = new Map(after.takeaways.map(({ id, text }) => [id, text]));
	const texts = new Set(kept.values());
	let all = before.text.length;
	let lost = lostCharacters(before.text, after.text);
	let gone = 0;
	for (const takeaway of before.takeaways) {
		all += takeaway.text.length;
		// Under another id it is still there.
		if (isBlankTakeaway(takeaway) || texts.has(takeaway.text)) continue;
		const now = kept.get(takeaway.id) ?? "";
		lost += lostCharacters(takeaway.text, now);
		if (now.trim() === "") gone++;
	}
	if (gone >= SEVERAL_TAKEAWAYS || lost >= MANY_CHARACTERS) return true;
	return lost >= SOME_CHARACTERS && lost >= all * BIG_PART;
}

/** How many characters of a text are not in the next one, between what both begin and end with. */
function lostCharacters(before: string, after: string): number {
	const most = Math.min(before.length, after.length);
	let first = 0;
	while (first < most && before[first] === after[first]) first++;
	let last = 0;
	while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
	return before.length - first - last;
}
