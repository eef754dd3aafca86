import { findSuperset } from "./contains";
import { isSameTakeaway } from "./content";
import type { Takeaway } from "./types";

type All = readonly Takeaway[];
type Version = Takeaway | null;

/** What becomes of one takeaway of two lists that were made of one; null where it is not there, or no more. */
export type TakeawayPiece = {
	readonly id: string;
	readonly base: Version;
	readonly mine: Version;
	readonly theirs: Version;
	/** What both changes together make of it; `undefined` where each changed it in its own way. */
	readonly merged: Version | undefined;
};

/** One piece for every takeaway that any of the lists has. */
export function reconcileTakeaways(base: All, mine: All, theirs: All): TakeawayPiece[] {
	const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map((all) => new Map(all.map((each) => [each.id, each])));
	const ids = new Set([...mine, ...theirs, ...base].map(({ id }) => id));
	return [...ids].map((id) => {
		const versions = {
			base: ofBase?.get(id) ?? null,
			mine: ofMine?.get(id) ?? null,
			theirs: ofTheirs?.get(id) ?? null,
		};
		return { id, ...reconcileOne(versions) };
	});
}

type Versions = { readonly base: Version; readonly mine: Version; readonly theirs: Version };

function reconcileOne(versions: Versions): Versions & { readonly merged: Version | undefined } {
	const { base, mine, theirs } = versions;
	if (isSame(mine, theirs) || isSame(base, theirs)) return { ...versions, merged: mine };
	if (isSame(base, mine)) return { ...versions, merged: theirs };
	if (!mine || !theirs) return { ...versions, merged: undefined };
	const text = changedText(base?.text ?? "", mine.text, theirs.text);
	const time = changedOne(base?.time, mine.time, theirs.time);
	const make = (text: string, time: number | undefined): Takeaway => ({
		id: mine.id,
		text,
		...(time !== undefined && { time }),
	});
	if (text && time) return { ...versions, merged: make(text.value, time.value) };
	// What only one of them changed is in both versions.
	return {
		base,
		mine: make(text?.value ?? mine.text, time ? time.value : mine.time),
		theirs: make(text?.value ?? theirs.text, time ? time.value : theirs.time),
		merged: undefined,
	};
}

function isSame(a: Version, b: Version): boolean {
	return a && b ? isSameTakeaway(a, b) : a === b;
}

/** What is changed by one, or by both in the same way; null where each changed it in its own. */
function changedOne<Value>(base: Value, mine: Value, theirs: Value): { readonly value: Value } | null {
	if (mine === theirs || theirs === base) return { value: mine };
	return mine === base ? { value: theirs } : null;
}

function changedText(base: string, mine: string, theirs: string): { readonly value: string } | null {
	const full = findSuperset(base, mine, theirs);
	return changedOne(base, mine, theirs) ?? (full && { value: full === "mine" ? mine : theirs });
}

/**
 * The order of takeaways that both may have moved, of those for which `has` says so: as mine has it, with what only theirs
 * moved or added after what it comes after there.
 */
export function reconcileOrder(base: All, mine: All, theirs: All, has: (id: string) => boolean): string[] {
	const [baseIds, myIds, theirIds] = [base, mine, theirs].map((all) => all.map(({ id }) => id)) as [
		string[],
		string[],
		string[],
	];
	const movedHere = movedIds(baseIds, myIds);
	const movedThere = movedIds(baseIds, theirIds);
	const isMovedThere = (id: string) => movedThere.has(id) && !movedHere.has(id);
	const ordered = myIds.filter((id) => has(id) && !isMovedThere(id));
	const placed = new Set(ordered);
	insertAfterNeighbours(ordered, placed, theirIds.filter(has), theirIds);
	// What neither has any more, as a conflict still remembers it.
	insertAfterNeighbours(ordered, placed, baseIds.filter(has), baseIds);
	return ordered;
}

/** Adds the ids that are not there yet, each after the nearest one that it comes after in `neighbours`. */
function insertAfterNeighbours(
	ordered: string[],
	placed: Set<string>,
	ids: readonly string[],
	neighbours: readonly string[],
): void {
	const missing = new Set(ids.filter((id) => !placed.has(id)));
	if (missing.size === 0) return;
	let position = 0;
	for (const id of neighbours) {
		if (missing.has(id)) {
			ordered.splice(position++, 0, id);
			placed.add(id);
		} else if (placed.has(id)) {
			position = ordered.indexOf(id) + 1;
		}
	}
}

/** As few of the ids of `before` that are in `after` too as have to move to make their order there. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
	const positions = new Map(before.map((id, position) => [id, position]));
	const common = after.filter((id) => positions.has(id));
	const resting = new Set(longestRise(common.map((id) => positions.get(id) ?? 0)));
	return new Set(common.filter((id) => !resting.has(positions.get(id) ?? 0)));
}

/** The longest of the sequences in which numbers rise from left to right. */
function longestRise(numbers: readonly number[]): number[] {
	/** The least last number of a rise of each length, and where it stands. */
	const ends: number[] = [];
	const previous: number[] = [];
	for (const [index, number] of numbers.entries()) {
		let low = 0;
		for (let high = ends.length; low < high; ) {
			const middle = (low + high) >> 1;
			if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
			else high = middle;
		}
		previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
		ends[low] = index;
	}
	const rise: number[] = [];
	for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rise.push(numbers[index] ?? 0);
	return rise.reverse();
}
