import { isOwner, isTransferable, type Owner } from "@/components/visitor/owner";

/** Stars, or none, that the server does not have yet, as this browser keeps them of a talk. */
export type KeptRating = { readonly stars: number | null; readonly owner?: Owner | undefined };

const PREFIX = "talkshelf.rating.";

/** What is kept of a talk that `owner` gave, or nobody or a guest, who becomes whoever signs in. */
export function readKeptRating(talkId: number, owner: Owner | undefined): KeptRating | undefined {
	const kept = readFrom(PREFIX + talkId);
	return kept && isFor(kept, owner) ? kept : undefined;
}

export function keepRating(talkId: number, kept: KeptRating): void {
	attempt(() => localStorage.setItem(PREFIX + talkId, JSON.stringify(kept)));
}

/** Drops a talk's, unless it is another by now. */
export function dropKeptRating(talkId: number, { stars }: KeptRating): void {
	if (readFrom(PREFIX + talkId)?.stars === stars) attempt(() => localStorage.removeItem(PREFIX + talkId));
}

export function countKeptRatings(owner: Owner | undefined): number {
	return keysFor(owner).length;
}

/** Drops all that are kept for `owner`, for guests and for nobody, as when somebody signs out. */
export function dropKeptRatings(owner: Owner | undefined): void {
	for (const key of keysFor(owner)) attempt(() => localStorage.removeItem(key));
}

function keysFor(owner: Owner | undefined): string[] {
	const keys: string[] = [];
	attempt(() => keys.push(...Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))));
	return keys.filter((key) => isFor(readFrom(key), owner));
}

/** What is damaged is anybody's. */
function isFor(kept: KeptRating | undefined, owner: Owner | undefined): boolean {
	return isTransferable(kept?.owner) || kept?.owner?.id === owner?.id;
}

function readFrom(key: string): KeptRating | undefined {
	try {
		const kept: Partial<KeptRating> = JSON.parse(localStorage.getItem(key) ?? "{}");
		const isStars = kept.stars === null || Number.isInteger(kept.stars);
		return isStars && (kept.owner === undefined || isOwner(kept.owner)) ? (kept as KeptRating) : undefined;
	} catch {
		return undefined;
	}
}

function attempt(work: () => void): void {
	try {
		work();
	} catch {
		// A browser that keeps nothing still sends what is given while the page is open.
	}
}
