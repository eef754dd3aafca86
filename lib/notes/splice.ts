/**
 * One change of a text or a list, as small as a request can say it: from `at` on, `removed` items make place for
 * `inserted`. Of a text the items are UTF-16 code units, as JavaScript counts them.
 */
export type Splice<Items> = { readonly at: number; readonly removed: number; readonly inserted: Items };

/**
 * The splice that makes `after` of `before`; it begins and ends between whole characters of both. Items of lists are
 * compared by `isSame`.
 */
export function findSplice(before: string, after: string): Splice<string>;
export function findSplice<Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: (a: Item, b: Item) => boolean,
): Splice<readonly Item[]>;
export function findSplice<Item>(
	before: string | readonly Item[],
	after: string | readonly Item[],
	isSame?: (a: Item, b: Item) => boolean,
): Splice<string | readonly Item[]> {
	const shorter = Math.min(before.length, after.length);
	const isSameAt = (a: number, b: number) =>
		isSame ? isSame(before[a] as Item, after[b] as Item) : before[a] === after[b];
	let start = 0;
	while (start < shorter && isSameAt(start, start)) start++;
	if (splitsCharacter(before, start) || splitsCharacter(after, start)) start--;
	let end = 0;
	while (end < shorter - start && isSameAt(before.length - 1 - end, after.length - 1 - end)) end++;
	if (splitsCharacter(before, before.length - end) || splitsCharacter(after, after.length - end)) end--;
	return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

/** What `splice` makes of `before`; null where it is not within it. */
export function applySplice(before: string, splice: Splice<string>): string | null;
export function applySplice<Item>(before: readonly Item[], splice: Splice<readonly Item[]>): readonly Item[] | null;
export function applySplice(
	before: string | readonly unknown[],
	{ at, removed, inserted }: Splice<string | readonly unknown[]>,
): string | readonly unknown[] | null {
	if (!isCount(at) || !isCount(removed) || at + removed > before.length) return null;
	if (typeof before === "string") return before.slice(0, at) + inserted + before.slice(at + removed);
	return [...before.slice(0, at), ...inserted, ...before.slice(at + removed)];
}

/** Where a place in a text is after the splice: what stands before it stays, what it removes is its end. */
export function shiftCaret({ at, removed, inserted }: Splice<string>, position: number): number {
	if (position <= at) return position;
	return Math.max(position - removed, at) + inserted.length;
}

function isCount(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0;
}

/** Whether the halves of one character stand on both sides of `index`. */
function splitsCharacter(items: string | readonly unknown[], index: number): boolean {
	if (typeof items !== "string") return false;
	return isSurrogate(items.charCodeAt(index - 1), 0xd800) && isSurrogate(items.charCodeAt(index), 0xdc00);
}

/** Whether a code unit is one of the 1,024 from `first` on: the first halves of characters, or the second ones. */
function isSurrogate(unit: number, first: number): boolean {
	return unit >= first && unit < first + 0x400;
}
