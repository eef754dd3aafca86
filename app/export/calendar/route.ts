import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { GENERATOR } from "@/lib/schedule/published/exported-talks";
import { findConference } from "@/lib/talks/conferences";
import {
	calendarFileName,
	calendarName,
	parseCalendarRequest,
	selectCalendarTalks,
} from "@/lib/watchlist/calendar/select";
import { writeWatchlistCalendar } from "@/lib/watchlist/calendar/write";
import { PRIVATE_CACHE, textResponse, withFormParams } from "../responses";

/** The visitor's marked talks as a calendar: all, or those that the watchlist's filter leaves, or those named (`talk`, ids). */
export function GET(request: Request): Promise<Response> {
	return exportCalendar(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export function POST(request: Request): Promise<Response> {
	return withFormParams(request, (params) => exportCalendar(request.headers, params));
}

async function exportCalendar(headers: Headers, params: URLSearchParams): Promise<Response> {
	const calendarRequest = parseCalendarRequest(params);
	const conferences = await Promise.all(calendarRequest.conferences.map((slug) => findConference(db, slug)));
	if (conferences.includes(null)) return textResponse(404, "There is no such conference here.");
	const only = conferences.length === 1 ? (conferences[0] ?? undefined) : undefined;
	const visitor = await currentVisitor(headers);
	const talks = visitor ? await selectCalendarTalks(db, visitor.id, calendarRequest) : [];
	const options = { name: calendarName(only?.title), baseUrl, isFeed: false, generator: GENERATOR };
	return new Response(writeWatchlistCalendar(talks, options), {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `attachment; filename="${calendarFileName(only?.slug)}"`,
			"Cache-Control": PRIVATE_CACHE,
		},
	});
}
