import type { Db, Tx } from "@/lib/db/client";
import { loadSearchExtras } from "@/lib/search/queries";
import type { SearchParams } from "@/lib/urls/search-params";
import { listWatchlist } from "../queries";
import type { WatchlistEntry } from "../types";
import { collectChoices, filterWatchlist, parseWatchlistFilter } from "./filter";
import type { WatchlistChoices, WatchlistFilter } from "./types";

export type FilteredWatchlist = {
	/** All that the visitor has marked. */
	readonly entries: readonly WatchlistEntry[];
	/** Those that the address's filter shows, in the order of `listWatchlist`. */
	readonly visible: readonly WatchlistEntry[];
	readonly filter: WatchlistFilter;
	readonly choices: WatchlistChoices;
};

/** A visitor's watchlist as an address shows it, on all its pages: `params` are what `watchlistParams` writes. */
export async function loadFilteredWatchlist(
	db: Db,
	{ userId, newsSeenAt = null, params }: { userId: string; newsSeenAt?: Date | null; params: SearchParams },
): Promise<FilteredWatchlist> {
	const entries = await listWatchlist(db, userId, newsSeenAt);
	const choices = collectChoices(entries);
	const filter = parseWatchlistFilter(params, choices);
	const [texts, userData] = await Promise.all([
		listTalkTexts(db, userId, filter),
		loadSearchExtras(db, { userId, filter: filter.talks, talkIds: entries.map(({ talk }) => talk.id) }),
	]);
	return { entries, visible: filterWatchlist(entries, filter, texts, userData), filter, choices };
}

/** What marked talks say of themselves, by id; only where words are looked for, since it is megabytes. */
async function listTalkTexts(db: Tx, userId: string, { talks }: WatchlistFilter): Promise<ReadonlyMap<number, string>> {
	if (talks.query === "") return new Map();
	const rows = await db.$queryRaw<{ id: number | bigint; abstract: string; description: string }[]>`
		SELECT t."id", t."abstract", t."description" FROM "Mark" m JOIN "Talk" t ON t."id" = m."talkId"
		WHERE m."userId" = ${userId}`;
	return new Map(rows.map(({ id, abstract, description }) => [Number(id), `${abstract}\n${description}`]));
}
