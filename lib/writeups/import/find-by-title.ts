import type { Tx } from "@/lib/db/client";
import { normalizeForSearch } from "@/lib/text/normalize";
import { queryInBatches } from "../export/rows";
import type { Candidate } from "./types";

const MAX_CANDIDATES = 5;
/** Of the words of both titles together, so many have to be in both. */
const MIN_SIMILARITY = 0.5;

/** For each heading the talks whose titles are like it, the likest first, and of those the latest. */
export async function findCandidates(
	db: Tx,
	headings: readonly string[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
	if (headings.length === 0) return new Map();
	const titles = await db.talk.findMany({ select: { id: true, title: true, start: true } });
	const byWord = new Map<string, number[]>();
	const words = titles.map(({ title }) => wordsOf(title));
	for (const [index, each] of words.entries()) {
		for (const word of each) {
			const indices = byWord.get(word);
			if (indices) indices.push(index);
			else byWord.set(word, [index]);
		}
	}
	const found = new Map(
		headings.map((heading) => {
			const own = wordsOf(heading);
			const shared = new Map<number, number>();
			for (const word of own)
				for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
			const alike = [...shared].flatMap(([index, count]) => {
				const talk = titles[index];
				const likeness = (2 * count) / (own.size + (words[index]?.size ?? 0));
				return talk && likeness >= MIN_SIMILARITY ? [{ ...talk, likeness }] : [];
			});
			alike.sort((a, b) => b.likeness - a.likeness || b.start.getTime() - a.start.getTime() || a.id - b.id);
			return [heading, alike.slice(0, MAX_CANDIDATES)] as const;
		}),
	);
	const ids = [...new Set([...found.values()].flatMap((all) => all.map(({ id }) => id)))];
	const rows = await queryInBatches(ids, (part) =>
		db.talk.findMany({
			where: { id: { in: part } },
			select: {
				id: true,
				conference: { select: { title: true } },
				speakers: { select: { position: true, speaker: { select: { name: true } } } },
			},
		}),
	);
	const about = new Map(rows.map((row) => [row.id, row]));
	return new Map(
		[...found].map(([heading, all]) => [
			heading,
			all.map(({ id, title }) => ({
				...{ id, title },
				speakers: (about.get(id)?.speakers ?? [])
					.toSorted((a, b) => a.position - b.position)
					.map(({ speaker }) => speaker.name),
				conference: about.get(id)?.conference.title ?? "",
				isSameTitle: bare(title) === bare(heading),
			})),
		]),
	);
}

function wordsOf(title: string): ReadonlySet<string> {
	return new Set(
		bare(title)
			.split(" ")
			.filter((word) => word !== ""),
	);
}

/** A title without case, accents and signs. */
function bare(title: string): string {
	const words = normalizeForSearch(title)
		.replace(/[^\p{L}\p{N}+#]+/gu, " ")
		.trim();
	// One of signs alone is told apart by them.
	return words === "" ? normalizeForSearch(title) : words;
}
