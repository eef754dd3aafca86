import type { Db, Tx } from "@/lib/db/client";
import { paramsByName } from "@/lib/urls/search-params";
import { loadFilteredWatchlist } from "@/lib/watchlist/list/queries";
import { type ExportRequest, isSelected, parseExportRequest } from "./request";
import { conferenceSelect, queryInBatches, talkSelect, toExportedTalk } from "./rows";
import type { CollectedTalks, ExportedTalk } from "./types";

/** The talks of a visitor's export, in a few queries however many they are; null where there is no such conference. */
export async function collectTalks(
	db: Tx,
	userId: string | null,
	request: ExportRequest,
): Promise<CollectedTalks | null> {
	const { conference: slug } = request;
	if (slug === null) return { conference: null, talks: await listTalks(db, userId, request) };
	const conference = await db.conference.findUnique({ where: { slug }, select: conferenceSelect });
	return conference && { conference, talks: await listTalks(db, userId, request) };
}

async function listTalks(db: Tx, visitorId: string | null, request: ExportRequest): Promise<ExportedTalk[]> {
	// Nobody has nothing of their own, but may take along which talks they chose.
	if (visitorId === null && !request.talkIds) return [];
	const userId = visitorId ?? "";
	const select = talkSelect(userId);
	const scopeWhere = request.conference === null ? {} : { conference: { slug: request.conference } };
	const marks = request.includeMarked ? [{ marks: { some: { userId } } }] : [];
	const rows = request.talkIds
		? await queryInBatches(request.talkIds, (ids) =>
				db.talk.findMany({ where: { ...scopeWhere, id: { in: ids } }, select }),
			)
		: await db.talk.findMany({
				where: { ...scopeWhere, OR: [{ notes: { some: { userId, isBlank: false } } }, ...marks] },
				select,
			});
	return rows.map(toExportedTalk).filter((talk) => isSelected(talk, request));
}

/** The talks with these ids, whether anything is written on them or not: those that there are. */
export async function loadExportedTalks(db: Tx, userId: string, talkIds: readonly number[]): Promise<ExportedTalk[]> {
	const select = talkSelect(userId);
	const rows = await queryInBatches(talkIds, (ids) => db.talk.findMany({ where: { id: { in: ids } }, select }));
	return rows.map(toExportedTalk);
}

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
