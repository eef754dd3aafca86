import { isBlank, isBlankTakeaway } from "../content";
import type { NoteContent } from "../types";

const MINUTE_MS = 60_000;

/** How long a note has to stand, in milliseconds, to be what somebody left it as and not a pause for a thought. */
export const SESSION_MS = 2 * MINUTE_MS;

/** While somebody writes on and on, what the note is at every fifth minute of the clock is kept, in milliseconds. */
export const GROUP_MS = 5 * MINUTE_MS;

/** So many characters gone in one save are never let go; of a short note, a quarter of it from a line's worth on. */
const MANY_CHARACTERS = 100;
const SOME_CHARACTERS = 30;
const LARGE_SHARE = 1 / 4;
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
export function isWorthSaving({ before, after, now }: Change, latestSavedAt: Date | null): boolean {
	if (isBlank(before)) return false;
	if (now.getTime() - before.savedAt.getTime() >= SESSION_MS || isLargeLoss(before, after)) return true;
	if (toGroup(before.savedAt) === toGroup(now)) return false;
	// Kept a moment ago, as what came before a big deletion.
	return latestSavedAt === null || before.savedAt.getTime() - latestSavedAt.getTime() >= SESSION_MS;
}

function toGroup(at: Date): number {
	return Math.floor(at.getTime() / GROUP_MS);
}

/** Whether one change takes away a big part of what was written, or several takeaways. */
export function isLargeLoss(before: NoteContent, after: NoteContent): boolean {
	const textById = new Map(after.takeaways.map(({ id, text }) => [id, text]));
	const texts = new Set(textById.values());
	let all = before.text.length;
	let lost = countLostCharacters(before.text, after.text);
	let gone = 0;
	for (const takeaway of before.takeaways) {
		all += takeaway.text.length;
		// Under another id it is still there.
		if (isBlankTakeaway(takeaway) || texts.has(takeaway.text)) continue;
		const now = textById.get(takeaway.id) ?? "";
		lost += countLostCharacters(takeaway.text, now);
		if (now.trim() === "") gone++;
	}
	if (gone >= SEVERAL_TAKEAWAYS || lost >= MANY_CHARACTERS) return true;
	return lost >= SOME_CHARACTERS && lost >= all * LARGE_SHARE;
}

/** How many characters of a text are not in the next one, between what both begin and end with. */
function countLostCharacters(before: string, after: string): number {
	const maxLength = Math.min(before.length, after.length);
	let first = 0;
	while (first < maxLength && before[first] === after[first]) first++;
	let last = 0;
	while (last < maxLength - first && before.at(-1 - last) === after.at(-1 - last)) last++;
	return before.length - first - last;
}
