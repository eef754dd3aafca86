import { formatIsoDate } from "@/lib/text/format";

/** When a talk that lasts `duration` minutes ends. */
export function endOf(talk: { readonly start: Date; readonly duration: number }): Date {
	return new Date(talk.start.getTime() + talk.duration * 60_000);
}

/** Runs of neighbouring items that share a key, in the order in which they come. */
export function groupAdjacent<Item, Key>(
	items: readonly Item[],
	keyOf: (item: Item) => Key,
): { readonly key: Key; readonly items: readonly Item[] }[] {
	const groups: { key: Key; items: Item[] }[] = [];
	for (const item of items) {
		const key = keyOf(item);
		const last = groups.at(-1);
		if (last && last.key === key) last.items.push(item);
		else groups.push({ key, items: [item] });
	}
	return groups;
}

/**
 * The day that a visitor wants first: today while the conference runs, else its first. Days are `YYYY-MM-DD` in
 * order; `now` is told in the conference's zone.
 */
export function chooseDay(days: readonly string[], now: Date, timeZone: string): string | undefined {
	const today = formatIsoDate(now, timeZone);
	return days.find((day) => day === today) ?? days[0];
}
