import type { Db } from "@/lib/db/client";
import type { Conference } from "@/lib/talks/types";
import { listMarks } from "@/lib/watchlist/queries";
import { loadBeside } from "./beside";
import { filterTalks } from "./filter";
import { parseFilter, type SearchParams } from "./filter-params";
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
	const [index, ownMarks] = await Promise.all([
		loadTalkIndex(db, conference),
		userId === null ? [] : listMarks(db, { userId, conference: conference.slug }),
	]);
	const asked = parseFilter(params, index);
	const filter = anyMark ? { ...asked, marks: [] } : asked;
	const marks = new Map(ownMarks.map(({ talkId, status }) => [talkId, status]));
	const beside = await loadBeside(db, { userId, filter, conferenceId: conference.id });
	return { index, filter, marks, beside, talks: filterTalks(index.talks, filter, marks, beside) };
}
