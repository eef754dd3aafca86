import { isSameContent } from "@/lib/notes/content";
import type { Draft } from "./draft";
import { DRAFT_PREFIX } from "./kept-drafts";

/** What this browser keeps of a note until the server has it. */
export type KeptDraft = {
	readonly draft: Draft;
	/** Revision of the server's note that the draft was made from; 0 where there was none. */
	readonly baseRevision: number;
	/** What was sent and not answered: the server may have it already. */
	readonly unanswered?: Draft;
};

// The tab's own storage survives a reload, and no other tab writes there; the browser's survives the tab.
const areas = () => [() => sessionStorage, () => localStorage];

/** The kept draft of a talk's note, this tab's before another's; null where there is none or it is damaged. */
export function readKeptDraft(talkId: number): KeptDraft | null {
	for (const area of areas()) {
		const kept = readFrom(area, talkId);
		if (kept) return kept;
	}
	return null;
}

/** Whether the browser could keep it. */
export function keepDraft(talkId: number, kept: KeptDraft): boolean {
	const text = JSON.stringify(kept);
	return areas()
		.map((area) => attempt(() => area().setItem(DRAFT_PREFIX + talkId, text)))
		.includes(true);
}

/** Drops what is kept of `draft`, which is safe; what another tab keeps of something else stays. */
export function dropKeptDraft(talkId: number, draft: Draft): void {
	for (const area of areas()) {
		const kept = readFrom(area, talkId);
		if (kept && isSameContent(kept.draft, draft)) attempt(() => area().removeItem(DRAFT_PREFIX + talkId));
	}
}

/** The talks of which something is kept. */
export function talksWithKeptDraft(): number[] {
	const talkIds = new Set<number>();
	for (const area of areas()) {
		attempt(() => {
			for (const key of Object.keys(area())) {
				if (key.startsWith(DRAFT_PREFIX)) talkIds.add(Number(key.slice(DRAFT_PREFIX.length)));
			}
		});
	}
	return [...talkIds].filter((talkId) => readKeptDraft(talkId) !== null);
}

/** Drops every kept draft, as when somebody signs out. */
export function dropAllKeptDrafts(): void {
	for (const area of areas()) {
		attempt(() => {
			for (const key of Object.keys(area())) if (key.startsWith(DRAFT_PREFIX)) area().removeItem(key);
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

function readFrom(area: () => Storage, talkId: number): KeptDraft | null {
	try {
		const kept: unknown = JSON.parse(area().getItem(DRAFT_PREFIX + talkId) ?? "null");
		return isKeptDraft(kept) ? kept : null;
	} catch {
		return null;
	}
}

function isKeptDraft(value: unknown): value is KeptDraft {
	if (typeof value !== "object" || value === null || !("draft" in value) || !("baseRevision" in value)) return false;
	const { draft, baseRevision, unanswered } = value as Record<string, unknown>;
	return Number.isInteger(baseRevision) && isDraft(draft) && (unanswered === undefined || isDraft(unanswered));
}

function isDraft(value: unknown): value is Draft {
	const draft = value as Partial<Draft> | null;
	return (
		typeof draft?.text === "string" &&
		Array.isArray(draft.takeaways) &&
		draft.takeaways.every((each) => typeof each?.id === "string" && typeof each?.text === "string")
	);
}
