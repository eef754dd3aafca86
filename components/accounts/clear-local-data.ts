import { listTalksWithDraft, removeAllDrafts } from "@/components/notes/draft-storage";
import { removeSavedPositions } from "@/components/recordings/saved-position";
import { countKeptRatings, dropKeptRatings } from "@/components/talks/own-talk/kept-rating";
import { isTransferable, type Owner, saveOwner } from "@/components/visitor/owner";
import { countUnsaved, forgetVisitor } from "@/components/visitor/visitor-store";
import { removePendingSkips } from "@/components/watchlist/triage/skip-storage";
import { countWriteUpDrafts, removeWriteUpDraftsOf } from "@/components/writeups/write-up-drafts";

/** How much of a visitor's this browser keeps that the server does not have yet. */
export function countUnsent(owner: Owner | undefined): number {
	// What somebody else keeps here, whose session ended, is theirs and stays.
	const isOwn = (other: Owner | undefined) => isTransferable(other) || other?.id === owner?.id;
	return (
		countUnsaved() +
		listTalksWithDraft(isOwn).length +
		countKeptRatings(owner) +
		(owner ? countWriteUpDrafts(owner) : 0)
	);
}

/** Leaves nothing of a visitor in this browser, once the server knows nobody here any more. */
export function clearLocalData(owner: Owner | undefined): void {
	forgetVisitor(owner?.id);
	removePendingSkips();
	removeAllDrafts(owner);
	removeSavedPositions();
	dropKeptRatings(owner);
	if (owner) removeWriteUpDraftsOf(owner);
	saveOwner(undefined);
}
