import type { Counts, Outcome } from "@/lib/backup/outcome";
import { formatCount, formatNames } from "@/lib/talks/format";

const WORDS: readonly (readonly [key: keyof Counts, one: string, many: string])[] = [
	["marks", "mark", "marks"],
	["notes", "note", "notes"],
	["ratings", "rating", "ratings"],
	["topics", "topic", "topics"],
	["writeUps", "write-up", "write-ups"],
];

/** "1 mark", "1,079 notes". */
export function amount(count: number, one: string, many: string): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** What comes along by bringing a backup in, a part for each kind: "12 marks"; those that add nothing are left out. */
export function addedWords({ before, after }: Pick<Outcome, "before" | "after">): string[] {
	return WORDS.flatMap(([key, one, many]) => {
		const added = after[key] - before[key];
		return added > 0 ? [amount(added, one, many)] : [];
	});
}

/** One sentence for each thing that happens beside: what changes, what stays, what waits. */
export function outcomeSentences(outcome: Outcome): string[] {
	const { changedTalks, replacedNotes, doubledWriteUps, published, awaited } = outcome;
	return [
		...(changedTalks > 0
			? [`What you have on ${amount(changedTalks, "talk", "talks")} gets what the backup has beside it. Nothing goes.`]
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
				`What is about ${amount(talks, "talk", "talks")} of ${title} waits until the talks are imported here.`,
		),
	];
}

const MOST_TITLES = 5;

function titles(all: readonly string[]): string {
	const quoted = all.map((title) => `“${title || "Untitled"}”`);
	const more = quoted.length - MOST_TITLES;
	return formatNames(more > 0 ? [...quoted.slice(0, MOST_TITLES), `${formatCount(more)} more`] : quoted);
}
