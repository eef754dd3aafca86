import { dropAllKeptDrafts, talksWithKeptDraft } from "@/components/notes/draft-storage";
import { type Owner, passesOn, rememberOwner } from "@/components/notes/owner";
import { countKeptRatings, dropKeptRatings } from "@/components/talk-log/kept-rating";
import { dropWaitingSkips } from "@/components/triage/skip-storage";
import { dropKeptPlaces } from "@/components/watch/kept-place";
import { countKeptWriteUps, dropKeptWriteUpsOf } from "@/components/writeup/kept-write-up";
import { countUnsaved, forgetVisitor } from "./visitor-store";

/** How much of a visitor's this browser keeps that the server does not have yet. */
export function countUnsent(owner: Owner | undefined): number {
	// What somebody else keeps here, whose session ended, is theirs and stays.
	const isOwn = (other: Owner | undefined) => passesOn(other) || other?.id === owner?.id;
	return (
		countUnsaved() + talksWithKeptDraft(isOwn).length + countKeptRatings(owner) + (owner ? countKeptWriteUps(owner) : 0)
	);
}

/** Leaves nothing of a visitor in this browser, once the server knows nobody here any more. */
export function leaveNothing(owner: Owner | undefined): void {
	forgetVisitor(owner?.id);
	dropWaitingSkips();
	dropAllKeptDrafts(owner);
	dropKeptPlaces();
	dropKeptRatings(owner);
	if (owner) dropKeptWriteUpsOf(owner);
	rememberOwner(undefined);
}
