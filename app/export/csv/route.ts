import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { paramsByName } from "@/lib/urls/search-params";
import { writeWatchlistCsv } from "@/lib/watchlist/csv/write";
import { parseArrangement, sortEntries } from "@/lib/watchlist/list/arrangement";
import { loadFilteredWatchlist } from "@/lib/watchlist/list/queries";
import { PRIVATE_CACHE } from "../responses";

/** The visitor's watchlist as a table, filtered and sorted as the watchlist's own address says. */
export async function GET(request: Request): Promise<Response> {
	const params = paramsByName(new URL(request.url).searchParams);
	const visitor = await currentVisitor(request.headers);
	const { visible } = await loadFilteredWatchlist(db, { userId: visitor?.id ?? "", params });
	const entries = sortEntries(visible, parseArrangement(params).sort);
	return new Response(writeWatchlistCsv(entries, baseUrl), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8; header=present",
			"Content-Disposition": 'attachment; filename="watchlist.csv"',
			"Cache-Control": PRIVATE_CACHE,
		},
	});
}
