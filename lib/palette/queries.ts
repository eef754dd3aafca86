import type { Tx } from "@/lib/db/client";
import { tokenizeQuery } from "@/lib/search/fold";
import * as paths from "@/lib/talks/paths";
import { type IndexedItem, indexItem, loadIndexedItems } from "./indexed";
import { scoreMatch } from "./rank";
import type { PaletteItem } from "./types";

const KINDS = ["conference", "talk", "speaker", "track", "room"] as const;
const MAX_PER_KIND = 6;

type PaletteQuery = {
	readonly query: string;
	/** Slug of the conference that is looked at, whose things come first; null for none. */
	readonly conference: string | null;
};

type Candidate = IndexedItem & {
	readonly score: number;
	/** The first day of its conference. */
	readonly at: string;
	readonly isCurrentConference: boolean;
};

/** What the words of a query may mean: conferences, talks, speakers, tracks and rooms, the likeliest of each first. */
export async function findForPalette(db: Tx, { query, conference }: PaletteQuery): Promise<PaletteItem[]> {
	const words = tokenizeQuery(query);
	if (words.length === 0) return [];
	const conferences = await db.conference.findMany({
		select: { id: true, slug: true, title: true, startDate: true, revision: true },
	});
	const itemsOf = await loadIndexedItems(db, conferences);
	const found = conferences.flatMap(({ id, slug, title, startDate: at }): Candidate[] => {
		const conferenceItem = indexItem({ kind: "conference", title, about: "", href: paths.conference(slug) });
		return [conferenceItem, ...(itemsOf.get(id) ?? [])].flatMap((item) => {
			const score = scoreMatch(words, item);
			return score > 0 ? [{ ...item, score, at, isCurrentConference: slug === conference }] : [];
		});
	});
	return KINDS.flatMap((kind) =>
		found
			.filter((each) => each.kind === kind)
			.sort(compareCandidates)
			.slice(0, MAX_PER_KIND)
			.map(({ title, about, href }) => ({ kind, title, about, href })),
	);
}

const collator = new Intl.Collator("en");

function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		Number(b.isCurrentConference) - Number(a.isCurrentConference) ||
		b.score - a.score ||
		collator.compare(b.at, a.at) ||
		collator.compare(a.title, b.title)
	);
}
