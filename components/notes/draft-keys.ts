/** How the places begin where this browser keeps notes that the server does not have yet; a talk's id follows. */
export const DRAFT_PREFIX = "talkshelf.note.";

/** And those where it keeps what they were made from. */
export const BASE_PREFIX = "talkshelf.note-base.";

/** Whether anything is kept. Every page asks, so that this stands apart from what reads it. */
export function hasDraft(): boolean {
	try {
		return Object.keys({ ...sessionStorage, ...localStorage }).some((key) => key.startsWith(DRAFT_PREFIX));
	} catch {
		return false;
	}
}
