import { isOwner, isTransferable, type Owner } from "@/components/visitor/owner";
import { isSameContent } from "@/lib/notes/content";
import type { RevisedNote } from "@/lib/notes/types";
import type { Draft } from "./draft";
import { BASE_PREFIX, DRAFT_PREFIX } from "./draft-keys";

/** What this browser keeps of a note until the server has it. */
export type SavedDraft = {
	readonly draft: Draft;
	/** The server's note that the draft was made from, its revision 0 where there was none; see `PIECED_TOGETHER`. */
	readonly base?: RevisedNote;
	/** Its revision alone, where this was kept before the base was. */
	readonly baseRevision: number;
	/** What was sent and not answered: the server may have it already. */
	readonly unanswered?: Draft;
	readonly owner?: Owner;
};

/** The revision of a base that is no revision of the server's: it is from before what is still in conflict. */
export const COMPOSED_REVISION = -1;

// The tab's own storage survives a reload, and no other tab writes there; the browser's survives the tab.
const storages = () => [() => sessionStorage, () => localStorage];

const keyOf = (talkId: number, owner: Owner | undefined) => `${DRAFT_PREFIX}${talkId}${owner ? `.${owner.id}` : ""}`;

/**
 * What is kept of a talk's note for `owner`: theirs, else what was written as nobody or as a guest, who becomes whoever
 * signs in. This tab's comes before another's; null where there is none or it is damaged.
 */
export function readDraft(talkId: number, owner?: Owner): SavedDraft | null {
	const keys = [...new Set([keyOf(talkId, owner), keyOf(talkId, undefined)])];
	for (const key of keys) {
		for (const area of storages()) {
			const saved = readFrom(area, key);
			if (saved) return saved;
		}
	}
	return readAll(talkId).find((saved) => saved.owner?.isGuest) ?? null;
}

/** Whether something is kept that somebody else with an account wrote. */
export function hasDraftOfOthers(talkId: number, owner: Owner | undefined): boolean {
	return readAll(talkId).some((saved) => !isTransferable(saved.owner) && saved.owner?.id !== owner?.id);
}

/** Whether the browser could keep it. `baseId` tells the base from every other one. */
export function saveDraft(talkId: number, { base, ...saved }: SavedDraft, baseId: string): boolean {
	const baseKey = `${BASE_PREFIX}${talkId}.${baseId}`;
	const text = JSON.stringify({ ...saved, ...(base && { baseId }) });
	return storages()
		.map((area) => {
			// Written once, since it is as long as the note, and most keystrokes leave it as it is. Without it, where there is
			// no room for both, what was typed is kept all the same.
			attempt(() => {
				if (!base || Object.hasOwn(area(), baseKey)) return;
				removeUnusedBases(area(), talkId, baseId);
				area().setItem(baseKey, JSON.stringify(base));
			});
			return attempt(() => area().setItem(keyOf(talkId, saved.owner), text));
		})
		.includes(true);
}

/** Drops what is kept of `draft`, which is safe; what another tab keeps of something else stays, and what others wrote. */
export function removeDraft(talkId: number, draft: Draft, owner: Owner | undefined): void {
	for (const area of storages()) {
		attempt(() => {
			for (const key of draftKeys(area(), talkId)) {
				const saved = readFrom(area, key);
				const isTheirs = saved && (isTransferable(saved.owner) || saved.owner?.id === owner?.id);
				if (isTheirs && isSameContent(saved.draft, draft)) area().removeItem(key);
			}
			removeUnusedBases(area(), talkId);
		});
	}
}

/** Drops what is kept under an earlier owner, once it is kept under the one who that has become. */
export function removeDraftOf(talkId: number, owner: Owner | undefined): void {
	for (const area of storages()) attempt(() => area().removeItem(keyOf(talkId, owner)));
}

/** The talks of which something is kept, for whomever; `isFor` may choose. */
export function listTalksWithDraft(isFor: (owner: Owner | undefined) => boolean = () => true): number[] {
	const talkIds = new Set<number>();
	for (const area of storages()) {
		attempt(() => {
			for (const key of draftKeys(area())) talkIds.add(Number.parseInt(key.slice(DRAFT_PREFIX.length), 10));
		});
	}
	return [...talkIds].filter((talkId) => readAll(talkId).some((saved) => isFor(saved.owner)));
}

/** Drops what is kept for `owner`, for guests and for nobody, as when somebody signs out. */
export function removeAllDrafts(owner: Owner | undefined): void {
	for (const area of storages()) {
		attempt(() => {
			for (const key of draftKeys(area())) {
				const draftOwner = readFrom(area, key)?.owner;
				if (isTransferable(draftOwner) || draftOwner?.id === owner?.id) area().removeItem(key);
			}
			removeUnusedBases(area());
		});
	}
}

/** Whether it worked: a browser may be set to keep nothing, or be full. */
function attempt(work: () => void): boolean {
	try {
		work();
		return true;
	} catch {
		return false;
	}
}

function draftKeys(area: Storage, talkId?: number): string[] {
	const start = DRAFT_PREFIX + (talkId ?? "");
	const isOfTalk = (key: string) => talkId === undefined || key === start || key.startsWith(`${start}.`);
	return Object.keys(area).filter((key) => key.startsWith(start) && isOfTalk(key));
}

/** Drops the bases, of one talk or of all, that no kept draft was made from; `baseId` is about to be one's. */
function removeUnusedBases(area: Storage, talkId?: number, baseId?: string): void {
	const start = talkId === undefined ? BASE_PREFIX : `${BASE_PREFIX}${talkId}.`;
	const bases = Object.keys(area).filter((key) => key.startsWith(start));
	if (bases.length === 0) return;
	const used = draftKeys(area, talkId).map((key) => parse(area.getItem(key))?.baseId);
	for (const key of bases) {
		const id = key.slice(key.indexOf(".", BASE_PREFIX.length) + 1);
		if (id !== baseId && !used.includes(id)) area.removeItem(key);
	}
}

function readAll(talkId: number): SavedDraft[] {
	const all: SavedDraft[] = [];
	for (const area of storages()) {
		attempt(() => {
			for (const key of draftKeys(area(), talkId)) {
				const saved = readFrom(area, key);
				if (saved) all.push(saved);
			}
		});
	}
	return all;
}

function readFrom(area: () => Storage, key: string): SavedDraft | null {
	try {
		const saved = parse(area().getItem(key));
		if (!isSavedDraft(saved)) return null;
		const talkId = Number.parseInt(key.slice(DRAFT_PREFIX.length), 10);
		const base: unknown = saved.baseId && parse(area().getItem(`${BASE_PREFIX}${talkId}.${saved.baseId}`));
		const { draft, baseRevision, unanswered, owner } = saved;
		return { draft, baseRevision, unanswered, owner, ...(isNote(base) && { base }) };
	} catch {
		return null;
	}
}

type Stored = SavedDraft & { readonly baseId?: string };

function parse(text: string | null): Stored | null {
	try {
		return JSON.parse(text ?? "null");
	} catch {
		return null;
	}
}

function isSavedDraft(value: Stored | null): value is Stored {
	if (typeof value !== "object" || value === null) return false;
	const { draft, baseRevision, unanswered, owner } = value;
	return (
		Number.isInteger(baseRevision) &&
		isDraft(draft) &&
		(unanswered === undefined || isDraft(unanswered)) &&
		(owner === undefined || isOwner(owner))
	);
}

function isNote(value: unknown): value is RevisedNote {
	return isDraft(value) && Number.isInteger((value as Partial<RevisedNote>).revision);
}

function isDraft(value: unknown): value is Draft {
	const draft = value as Partial<Draft> | null;
	return (
		typeof draft?.text === "string" &&
		Array.isArray(draft.takeaways) &&
		draft.takeaways.every((each) => typeof each?.id === "string" && typeof each?.text === "string")
	);
}
