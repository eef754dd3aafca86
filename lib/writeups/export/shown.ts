import type { Db } from "@/lib/db/client";
import { paramsByName } from "@/lib/search/filter-params";
import { showWatchlist } from "@/lib/watchlist/list/queries";
import { type ExportRequest, readExportRequest } from "./request";

/**
 * What an export's address asks for, as `readExportRequest` reads it, or with `watchlist`: the talks that the watchlist
 * shows with the filter of the same address.
 */
export async function readRequest(db: Db, userId: string | null, params: URLSearchParams): Promise<ExportRequest> {
	const asked = readExportRequest(params);
	if (!params.has("watchlist")) return asked;
	const { shown } = await showWatchlist(db, { userId: userId ?? "", params: paramsByName(params) });
	return { ...asked, conference: null, statuses: null, talkIds: shown.map(({ talk }) => talk.id) };
}
