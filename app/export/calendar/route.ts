import { baseUrl } from "@/lib/accounts/origin";
import { currentVisitor } from "@/lib/accounts/session";
import { readText } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { GENERATOR } from "@/lib/schedule/published/generator";
import { findConference } from "@/lib/talks/conferences";
import { calendarFileName, calendarName, readCalendarRequest } from "@/lib/watchlist/calendar/request";
import { selectCalendarTalks } from "@/lib/watchlist/calendar/select";
import { writeWatchlistCalendar } from "@/lib/watchlist/calendar/write";

const PRIVATE = "private, no-store";

/** More ids of talks than can be selected. */
const MAX_BYTES = 64 * 1024;

/** The visitor's marked talks as a calendar: all, or those that the watchlist's filter leaves, or those named (`talk`, ids). */
export function GET(request: Request): Promise<Response> {
	return exportCalendar(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export async function POST(request: Request): Promise<Response> {
	const form = await readText(request, MAX_BYTES).catch(() => "");
	if (form === null) return say(413, "Those are more talks than can be exported at once.");
	return exportCalendar(request.headers, new URLSearchParams(form));
}

async function exportCalendar(headers: Headers, params: URLSearchParams): Promise<Response> {
	const asked = readCalendarRequest(params);
	const conferences = await Promise.all(asked.conferences.map((slug) => findConference(db, slug)));
	if (conferences.includes(null)) return say(404, "There is no such conference here.");
	const only = conferences.length === 1 ? (conferences[0] ?? undefined) : undefined;
	const visitor = await currentVisitor(headers);
	const talks = visitor ? await selectCalendarTalks(db, visitor.id, asked) : [];
	const options = { name: calendarName(only?.title), baseUrl, isFeed: false, generator: GENERATOR };
	return new Response(writeWatchlistCalendar(talks, options), {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `attachment; filename="${calendarFileName(only?.slug)}"`,
			"Cache-Control": PRIVATE,
		},
	});
}

function say(status: number, sentence: string): Response {
	const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE };
	return new Response(`${sentence}\n`, { status, headers });
}
