import { isBlankTakeaway } from "./content";
import type { NoteContent, Takeaway } from "./types";

/**
 * What an account's note becomes when a guest's note on the same talk joins it: the account's comes first, the guest's
 * is added below, what both say stands once. `newId` makes ids of takeaways; it is asked until one is free.
 */
export function mergeNoteContent(account: NoteContent, guest: NoteContent, newId: () => string): NoteContent {
	const ids = new Set(account.takeaways.map(({ id }) => id));
	const existingTexts = new Set(account.takeaways.map(({ text }) => text));
	const added: Takeaway[] = [];
	for (const takeaway of guest.takeaways) {
		if (isBlankTakeaway(takeaway) || existingTexts.has(takeaway.text)) continue;
		let { id } = takeaway;
		while (ids.has(id)) id = newId();
		ids.add(id);
		added.push({ ...takeaway, id });
	}
	return { text: joinTexts(account.text, guest.text), takeaways: [...account.takeaways, ...added] };
}

function joinTexts(first: string, second: string): string {
	if (second === first || second.trim() === "") return first;
	if (first.trim() === "") return second;
	return `${first.replace(/\n+$/, "")}\n\n${second}`;
}
