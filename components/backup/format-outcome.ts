import type { DataCounts, Outcome } from "@/lib/backup/outcome";
import { formatCount, formatNames } from "@/lib/text/format";
import { formatAmount } from "@/lib/text/format-amount";

const COUNT_LABELS: readonly (readonly [key: keyof DataCounts, one: string, many: string])[] = [
	["marks", "mark", "marks"],
	["notes", "note", "notes"],
	["ratings", "rating", "ratings"],
	["topics", "topic", "topics"],
	["writeUps", "write-up", "write-ups"],
];

/** What there is, a part for each kind: "12 marks"; those of which there is nothing are left out. */
export function formatCounts(counts: DataCounts): string[] {
	return COUNT_LABELS.flatMap(([key, one, many]) => (counts[key] > 0 ? [formatAmount(counts[key], one, many)] : []));
}

/** What comes along by bringing a backup in, in the same parts. */
export function formatAdded({ before, after }: Pick<Outcome, "before" | "after">): string[] {
	const added = COUNT_LABELS.map(([key]) => [key, after[key] - before[key]]);
	return formatCounts(Object.fromEntries(added) as DataCounts);
}

/** One sentence for each thing that happens beside: what changes, what stays, what waits. */
export function formatOutcome(outcome: Outcome): string[] {
	const { changedTalks, replacedNotes, doubledWriteUps, published, awaited } = outcome;
	return [
		...(changedTalks > 0
			? [
					`What you have on ${formatAmount(changedTalks, "talk", "talks")} gets what the backup has beside it. Nothing goes.`,
				]
			: []),
		...(replacedNotes.length > 0
			? [
					`Later notes of the backup take the place of yours on ${formatTitles(replacedNotes)}. Yours stay among their revisions.`,
				]
			: []),
		...(doubledWriteUps.length > 0
			? [`The backup has later versions of ${formatTitles(doubledWriteUps)}. They come beside yours.`]
			: []),
		...(published.length > 0 ? [`${formatTitles(published)} can be read by everyone who has the address again.`] : []),
		...awaited.map(
			({ title, talks }) =>
				`What is about ${formatAmount(talks, "talk", "talks")} of ${title} waits until the talks are imported here.`,
		),
	];
}

const MAX_TITLES = 5;

function formatTitles(all: readonly string[]): string {
	const quoted = all.map((title) => `“${title || "Untitled"}”`);
	const more = quoted.length - MAX_TITLES;
	return formatNames(more > 0 ? [...quoted.slice(0, MAX_TITLES), `${formatCount(more)} more`] : quoted);
}
