import type { Db } from "@/lib/db/client";
import { getValues, type SearchParams } from "@/lib/urls/search-params";
import { loadFilteredWatchlist } from "../list/queries";
import { listCalendarTalks } from "./queries";
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

type CalendarRequest = {
	/** What the watchlist is to be filtered by; of all its tabs, unless one is named. */
	readonly filter: SearchParams;
	/** Slugs; empty: of all conferences. */
	readonly conferences: readonly string[];
	/** Null: whichever talks the filter leaves. */
	readonly talkIds: ReadonlySet<number> | null;
};

/** What a download's address or form asks for: what filters the watchlist, `conference` and `talk` (ids) among it. */
export function parseCalendarRequest(searchParams: URLSearchParams): CalendarRequest {
	// No database holds a NUL, and PostgreSQL will not even look for one.
	const paramNames = [...new Set(searchParams.keys())];
	const params = Object.fromEntries(
		paramNames.map((name) => [name, searchParams.getAll(name).map((value) => value.replaceAll("\0", ""))]),
	);
	const talks = searchParams.getAll("talk").flatMap((value) => value.split(","));
	return {
		filter: { ...params, tab: getValues(params, "tab")[0] ?? "all" },
		conferences: [...new Set(getValues(params, "conference"))],
		talkIds: searchParams.has("talk") ? new Set(talks.map(Number)) : null,
	};
}

/** What a downloaded calendar calls itself: after its conference, where it is of one. */
export function calendarName(conferenceTitle: string | undefined): string {
	return conferenceTitle === undefined ? "Talkshelf: watchlist" : `Talkshelf: ${conferenceTitle}`;
}

/** The name under which a browser keeps the file. */
export function calendarFileName(conference: string | undefined): string {
	// As it stands in a header, between quotation marks.
	return conference === undefined ? "watchlist.ics" : `${conference.replace(/[^\w.-]+/g, "-")}-watchlist.ics`;
}
