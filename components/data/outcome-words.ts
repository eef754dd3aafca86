import type { Counts } from "@/lib/backup/counts";
import type { Outcome } from "@/lib/backup/outcome";
import { formatAmount } from "@/lib/talks/amount";
import { formatCount, formatNames } from "@/lib/talks/format";

const WORDS: readonly (readonly [key: keyof Counts, one: string, many: string])[] = [
	["marks", "mark", "marks"],
	["notes", "note", "notes"],
	["ratings", "rating", "ratings"],
	["topics", "topic", "topics"],
	["writeUps", "write-up", "write-ups"],
];

/** What there is, a part for each kind: "12 marks"; those of which there is nothing are left out. */
export function countWords(counts: Counts): string[] {
	return WORDS.flatMap(([key, one, many]) => (counts[key] > 0 ? [formatAmount(counts[key], one, many)] : []));
}

/** What comes along by bringing a backup in, in the same parts. */
export function addedWords({ before, after }: Pick<Outcome, "before" | "after">): string[] {
	const added = WORDS.map(([key]) => [key, after[key] - before[key]]);
	return countWords(Object.fromEntries(added) as Counts);
}

/** One sentence for each thing that happens beside: what changes, what stays, what waits. */
export function outcomeSentences(outcome: Outcome): string[] {
	const { changedTalks, replacedNotes, doubledWriteUps, published, awaited } = outcome;
	return [
		...(changedTalks > 0
			? [
					`What you have on ${formatAmount(changedTalks, "talk", "talks")} gets what the backup has beside it. Nothing goes.`,
				]
			: []),
		...(replacedNotes.length > 0
			? [
					`Later notes of the backup take the place of yours on ${titles(replacedNotes)}. Yours stay among their revisions.`,
				]
			: []),
		...(doubledWriteUps.length > 0
			? [`The backup has later versions of ${titles(doubledWriteUps)}. They come beside yours.`]
			: []),
		...(published.length > 0 ? [`${titles(published)} can be read by everyone who has the address again.`] : []),
		...awaited.map(
			({ title, talks }) =>
				`What is about ${formatAmount(talks, "talk", "talks")} of ${title} waits until the talks are imported here.`,
		),
	];
}

const MOST_TITLES = 5;

function titles(all: readonly string[]): string {
	const quoted = all.map((title) => `“${title || "Untitled"}”`);
	const more = quoted.length - MOST_TITLES;
	return formatNames(more > 0 ? [...quoted.slice(0, MOST_TITLES), `${formatCount(more)} more`] : quoted);
}
