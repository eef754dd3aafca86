import type { Tx } from "@/lib/db/client";
import { showWatchlist } from "@/lib/watchlist/list/queries";
import { type ExportRequest, readExportRequest } from "./request";

/**
 * What an export's address asks for, as `readExportRequest` reads it, or with `watchlist`: the talks that the watchlist
 * shows with the filter of the same address.
 */
export async function readRequest(db: Tx, userId: string | null, params: URLSearchParams): Promise<ExportRequest> {
	const asked = readExportRequest(params);
	if (!params.has("watchlist")) return asked;
	const filter = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
	const { shown } = await showWatchlist(db, { userId: userId ?? "", params: filter });
	return { ...asked, conference: null, statuses: null, talkIds: shown.map(({ talk }) => talk.id) };
}
