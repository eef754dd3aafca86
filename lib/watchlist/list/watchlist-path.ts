import * as paths from "@/lib/urls/paths";
import { type Arrangement, arrangementParams } from "./arrangement";
import { watchlistParams } from "./filter";
import type { WatchlistFilter } from "./types";

/** What the watchlist's address says. */
export type WatchlistView = {
	readonly filter: WatchlistFilter;
	readonly arrangement: Arrangement;
	/** From 1. */
	readonly page?: number;
};

export function watchlistPath({ filter, arrangement, page = 1 }: WatchlistView): string {
	const params = watchlistParams(filter);
	for (const [name, value] of arrangementParams(arrangement)) params.append(name, value);
	if (page > 1) params.append("page", String(page));
	return paths.watchlist(params);
}
