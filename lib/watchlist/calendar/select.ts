import type { Db } from "@/lib/db/client";
import { loadFilteredWatchlist } from "../list/queries";
import { listCalendarTalks } from "./queries";
import type { CalendarRequest } from "./request";
import type { CalendarTalk } from "./types";

/** The marked talks of a visitor that a download asks for, in no order. */
export async function selectCalendarTalks(
	db: Db,
	userId: string,
	{ filter, conferences, talkIds }: CalendarRequest,
): Promise<CalendarTalk[]> {
	const { visible } = await loadFilteredWatchlist(db, { userId, params: filter });
	const visibleIds = new Set(visible.map(({ talk }) => talk.id));
	const talks = await listCalendarTalks(db, { userId });
	// A filter passes over a conference of which nothing is marked: here, that is no talks, and not all.
	const isRequested = ({ id, conference }: CalendarTalk) =>
		(conferences.length === 0 || conferences.includes(conference.slug)) && (talkIds === null || talkIds.has(id));
	return talks.filter((talk) => visibleIds.has(talk.id) && isRequested(talk));
}
