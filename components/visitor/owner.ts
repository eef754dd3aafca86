import { currentVisitor } from "./visitor-store";

/** Whose a note is. Nobody's is what somebody wrote whom the server has not met yet. */
export type Owner = { readonly id: string; readonly isGuest: boolean };

const KEY = "talkshelf.note-owner";

/**
 * Who this browser's visitor was when the server last knew one; only a guess until it says so again. Whose session has
 * ended is still the one to show what is kept, and whoever signs out is forgotten.
 */
export function currentOwner(): Owner | undefined {
	const visitor = currentVisitor();
	if (visitor) return { id: visitor.id, isGuest: visitor.isGuest };
	try {
		const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
		return isOwner(found) ? found : undefined;
	} catch {
		return undefined;
	}
}

/** `undefined` forgets who it was. */
export function saveOwner(owner: Owner | undefined): void {
	try {
		if (owner) localStorage.setItem(KEY, JSON.stringify(owner));
		else localStorage.removeItem(KEY);
	} catch {
		// Then the server is asked first.
	}
}

export function isOwner(value: unknown): value is Owner {
	const owner = value as Partial<Owner> | null | undefined;
	return typeof owner?.id === "string" && typeof owner.isGuest === "boolean";
}

/** Whether what one wrote may become the other's: what nobody wrote, and what a guest did, who has no way to come back. */
export function isTransferable(owner: Owner | undefined): boolean {
	return !owner || owner.isGuest;
}
