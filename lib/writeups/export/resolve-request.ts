import type { Db } from "@/lib/db/client";
import { paramsByName } from "@/lib/urls/search-params";
import { loadFilteredWatchlist } from "@/lib/watchlist/list/queries";
import { type ExportRequest, parseExportRequest } from "./request";

/**
 * What an export's address asks for, as `readExportRequest` reads it, or with `watchlist`: the talks that the watchlist
 * shows with the filter of the same address.
 */
export async function resolveRequest(db: Db, userId: string | null, params: URLSearchParams): Promise<ExportRequest> {
	const request = parseExportRequest(params);
	if (!params.has("watchlist")) return request;
	const { visible } = await loadFilteredWatchlist(db, { userId: userId ?? "", params: paramsByName(params) });
	return { ...request, conference: null, statuses: null, talkIds: visible.map(({ talk }) => talk.id) };
}
