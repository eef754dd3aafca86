import type { Tx } from "@/lib/db/client";
import { queryWords } from "@/lib/search/fold";
import * as paths from "@/lib/talks/paths";
import { type Indexed, indexed, indexedOf } from "./indexed";
import { fitOf } from "./rank";
import type { PaletteItem } from "./types";

const KINDS = ["conference", "talk", "speaker", "track", "room"] as const;
const MOST_OF_A_KIND = 6;

type Asked = {
	readonly query: string;
	/** Slug of the conference that is looked at, whose things come first; null for none. */
	readonly conference: string | null;
};

type Candidate = Indexed & {
	readonly fit: number;
	/** The first day of its conference. */
	readonly at: string;
	readonly isHere: boolean;
};

/** What the words of a query may mean: conferences, talks, speakers, tracks and rooms, the likeliest of each first. */
export async function findForPalette(db: Tx, { query, conference }: Asked): Promise<PaletteItem[]> {
	const words = queryWords(query);
	if (words.length === 0) return [];
	const conferences = await db.conference.findMany({
		select: { id: true, slug: true, title: true, startDate: true, revision: true },
	});
	const itemsOf = await indexedOf(db, conferences);
	const found = conferences.flatMap(({ id, slug, title, startDate: at }): Candidate[] => {
		const itself = indexed({ kind: "conference", title, about: "", href: paths.conference(slug) });
		return [itself, ...(itemsOf.get(id) ?? [])].flatMap((item) => {
			const fit = fitOf(words, item);
			return fit > 0 ? [{ ...item, fit, at, isHere: slug === conference }] : [];
		});
	});
	return KINDS.flatMap((kind) =>
		found
			.filter((each) => each.kind === kind)
			.sort(byLikelihood)
			.slice(0, MOST_OF_A_KIND)
			.map(({ title, about, href }) => ({ kind, title, about, href })),
	);
}

const names = new Intl.Collator("en");

function byLikelihood(a: Candidate, b: Candidate): number {
	return (
		Number(b.isHere) - Number(a.isHere) || b.fit - a.fit || names.compare(b.at, a.at) || names.compare(a.title, b.title)
	);
}
