import type { Db } from "@/lib/db/client";
import { listMarks } from "@/lib/marks/queries";
import type { Conference } from "@/lib/talks/types";
import type { SearchParams } from "@/lib/urls/search-params";
import { filterTalks } from "./filter";
import { parseFilter } from "./filter-params";
import { loadSearchExtras } from "./search-extras";
import { loadTalkIndex } from "./talk-index";
import type { FoundTalks } from "./types";

/**
 * The talks of a conference that an address asks a visitor to be shown: `params` are what `filterParams` writes. With
 * `anyMark` they are found whatever their marks are.
 */
export async function findTalks(
	db: Db,
	of: { conference: Conference; userId: string | null; params: SearchParams; anyMark?: boolean },
): Promise<FoundTalks> {
	const { conference, userId, params, anyMark = false } = of;
	const [index, visitorMarks] = await Promise.all([
		loadTalkIndex(db, conference),
		userId === null ? [] : listMarks(db, { userId, conference: conference.slug }),
	]);
	const requested = parseFilter(params, index);
	const filter = anyMark ? { ...requested, marks: [] } : requested;
	const marks = new Map(visitorMarks.map(({ talkId, status }) => [talkId, status]));
	const extras = await loadSearchExtras(db, { userId, filter, conferenceId: conference.id });
	return { index, filter, marks, extras, talks: filterTalks(index.talks, filter, marks, extras) };
}
