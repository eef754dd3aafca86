import type { WatchlistEntry } from "@/lib/watchlist/types";
import { watchlistEntry } from "./watchlist-entry";

type TestEntry = Partial<Omit<WatchlistEntry, "talk" | "conference">> & {
	id: number;
	talk?: Partial<WatchlistEntry["talk"]>;
	conference?: string;
};

/** An entry of a test's watchlist, of a conference that is named like its slug. */
export function testEntry({ id, talk, conference = "conf", ...entry }: TestEntry): WatchlistEntry {
	return watchlistEntry({ ...entry, talk: { id, ...talk }, conference: { slug: conference, title: conference } });
}
