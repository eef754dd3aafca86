import { isSameTakeaway } from "./content";
import { applySplice, findSplice, type Splice } from "./splice";
import type { NoteContent, Takeaway } from "./types";

/** What changed in a note; a part that did not change is not there. */
export type NotePatch = {
	readonly text?: Splice<string>;
	readonly takeaways?: Splice<readonly Takeaway[]>;
};

/** The patch that makes `after` of `before`. */
export function createPatch(before: NoteContent, after: NoteContent): NotePatch {
	const takeaways = findSplice(before.takeaways, after.takeaways, isSameTakeaway);
	return {
		...(before.text !== after.text && { text: findSplice(before.text, after.text) }),
		...((takeaways.removed > 0 || takeaways.inserted.length > 0) && { takeaways }),
	};
}

/** What the patch makes of a note; null where it reaches past it. */
export function applyPatch(before: NoteContent, patch: NotePatch): NoteContent | null {
	const text = patch.text ? applySplice(before.text, patch.text) : before.text;
	const takeaways = patch.takeaways ? applySplice(before.takeaways, patch.takeaways) : before.takeaways;
	return text !== null && takeaways !== null ? { text, takeaways } : null;
}
