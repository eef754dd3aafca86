import { isSameContent } from "./content";
import { joinParagraphs, splitParagraphs } from "./paragraphs";
import { reconcileOrder, reconcileTakeaways, type TakeawayPiece } from "./reconcile-takeaways";
import { reconcileParagraphs, type TextPiece } from "./reconcile-text";
import type { NoteContent, Takeaway } from "./types";

/** What two writers of one note made of the same place, for one of them to choose from. */
export type Conflict =
	| {
			readonly kind: "text";
			/** Stays the same while only `mine` changes. */
			readonly key: string;
			/** Markdown; empty where it was removed. */
			readonly mine: string;
			readonly theirs: string;
	  }
	| {
			readonly kind: "takeaway";
			readonly key: string;
			/** Null where it was removed. */
			readonly mine: Takeaway | null;
			readonly theirs: Takeaway | null;
	  };

/** `both` keeps both versions, theirs first; where one of them removed it, the other one. */
export type ConflictChoice = "mine" | "theirs" | "both";

export type Reconciled = {
	/** Everything that both changed; where that is in conflict, mine. */
	readonly merged: NoteContent;
	readonly conflicts: readonly Conflict[];
	/**
	 * What `merged` and theirs have in common: theirs, where there is no conflict, else with the earlier version of each
	 * place in conflict. Reconciling with it again finds the same conflicts, whatever else is written meanwhile.
	 */
	readonly base: NoteContent;
};

/** Merges what two made of one note: paragraph by paragraph, and takeaway by takeaway. */
export function reconcile(base: NoteContent, mine: NoteContent, theirs: NoteContent): Reconciled {
	return recompose(
		compose(base, mine, theirs, () => undefined),
		theirs,
	);
}

/** More rounds than any note needs in which a paragraph was moved past equal ones. */
const MAX_ROUNDS = 5;

/** Reconciled until doing so again changes nothing, so that each conflict can be decided as it is shown. */
function recompose(first: Reconciled, theirs: NoteContent): Reconciled {
	let found = first;
	for (let round = 0; found.conflicts.length > 0 && round < MAX_ROUNDS; round++) {
		const next = compose(found.base, found.merged, theirs, () => undefined);
		const isSame = isSameContent(next.merged, found.merged) && isSameContent(next.base, found.base);
		found = next;
		if (isSame) break;
	}
	return found;
}

/** The same once the conflict `key` is decided. `newId` makes an id for a takeaway that is kept beside the other one. */
export function resolveConflict(
	{ base, mine, theirs }: { base: NoteContent; mine: NoteContent; theirs: NoteContent },
	{ key, choice }: { key: string; choice: ConflictChoice },
	newId: () => string,
): Reconciled {
	return recompose(
		compose(base, mine, theirs, (each) => (each === key ? choice : undefined), newId),
		theirs,
	);
}

type Decide = (key: string) => ConflictChoice | undefined;

function compose(
	base: NoteContent,
	mine: NoteContent,
	theirs: NoteContent,
	decide: Decide,
	newId: () => string = () => "",
): Reconciled {
	const text = composeText(base.text, mine.text, theirs.text, decide);
	const takeaways = composeTakeaways(base.takeaways, mine.takeaways, theirs.takeaways, decide, newId);
	return {
		merged: { text: text.merged, takeaways: takeaways.merged },
		conflicts: [...takeaways.conflicts, ...text.conflicts],
		base: { text: text.base, takeaways: takeaways.base },
	};
}

type Composed<Part> = { readonly merged: Part; readonly conflicts: readonly Conflict[]; readonly base: Part };

function composeText(base: string, mine: string, theirs: string, decide: Decide): Composed<string> {
	if (base === theirs || mine === theirs) return { merged: mine, conflicts: [], base: theirs };
	if (base === mine) return { merged: theirs, conflicts: [], base: theirs };
	const [before, ours, others] = [splitParagraphs(base), splitParagraphs(mine), splitParagraphs(theirs)];
	const keys = new Map<string, number>();
	const conflicts: Conflict[] = [];
	const pieces = reconcileParagraphs(before.all, ours.all, others.all).map((piece) => {
		if (piece.kind === "settled") return { merged: piece.merged, ground: piece.theirs };
		const key = textKey(piece, keys);
		const choice = decide(key);
		if (choice) return { merged: chooseParagraphs(piece, choice), ground: piece.theirs };
		conflicts.push({ kind: "text", key, mine: joinParagraphs(piece.mine), theirs: joinParagraphs(piece.theirs) });
		return { merged: piece.mine, ground: piece.base };
	});
	const tail = ours.tail === before.tail ? others.tail : ours.tail;
	return {
		merged: joinParagraphs(
			pieces.flatMap(({ merged }) => merged),
			tail,
		),
		conflicts,
		base: joinParagraphs(
			pieces.flatMap(({ ground }) => ground),
			others.tail,
		),
	};
}

type ConflictPiece = Extract<TextPiece, { kind: "conflict" }>;

/** What tells a conflict from the others of its text, though the writer goes on. */
function textKey({ base, theirs }: ConflictPiece, keys: Map<string, number>): string {
	const about = `text ${joinParagraphs(base)}\0${joinParagraphs(theirs)}`;
	const count = keys.get(about) ?? 0;
	keys.set(about, count + 1);
	return `${about}\0${count}`;
}

function chooseParagraphs({ mine, theirs }: ConflictPiece, choice: ConflictChoice) {
	return choice === "both" ? [...theirs, ...mine] : choice === "mine" ? mine : theirs;
}

function composeTakeaways(
	base: readonly Takeaway[],
	mine: readonly Takeaway[],
	theirs: readonly Takeaway[],
	decide: Decide,
	newId: () => string,
): Composed<readonly Takeaway[]> {
	const stored = new Map(theirs.map((takeaway) => [takeaway.id, takeaway]));
	const merged = new Map<string, Takeaway | null>();
	const ground = new Map<string, Takeaway | null>();
	const copies = new Map<string, Takeaway>();
	const conflicts: Conflict[] = [];
	for (const piece of reconcileTakeaways(base, mine, theirs)) {
		const key = `takeaway ${piece.id}`;
		const choice = piece.merged === undefined ? decide(key) : undefined;
		const isUnresolved = piece.merged === undefined && !choice;
		if (isUnresolved) conflicts.push({ kind: "takeaway", key, mine: piece.mine, theirs: piece.theirs });
		merged.set(piece.id, piece.merged === undefined ? chooseTakeaway(piece, choice ?? "mine") : piece.merged);
		ground.set(piece.id, isUnresolved ? piece.base : (stored.get(piece.id) ?? null));
		if (choice === "both" && piece.mine && piece.theirs) copies.set(piece.id, { ...piece.mine, id: newId() });
	}
	const listed = (ids: readonly string[], from: ReadonlyMap<string, Takeaway | null>) =>
		ids.flatMap((id) => from.get(id) ?? []);
	const order = reconcileOrder(base, mine, theirs, (id) => Boolean(merged.get(id)));
	return {
		merged: order.flatMap((id) => [...listed([id], merged), ...listed([id], copies)]),
		conflicts,
		base: listed(
			reconcileOrder(base, theirs, theirs, (id) => Boolean(ground.get(id))),
			ground,
		),
	};
}

function chooseTakeaway({ mine, theirs }: TakeawayPiece, choice: ConflictChoice): Takeaway | null {
	if (choice === "both") return theirs ?? mine;
	return choice === "mine" ? mine : theirs;
}
