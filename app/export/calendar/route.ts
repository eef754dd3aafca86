import { baseUrl } from "@/lib/accounts/origin";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { GENERATOR } from "@/lib/schedule/published/generator";
import { findConference } from "@/lib/talks/conferences";
import { listCalendarTalks } from "@/lib/watchlist/calendar/queries";
import { calendarFileName, calendarName } from "@/lib/watchlist/calendar/request";
import { writeWatchlistCalendar } from "@/lib/watchlist/calendar/write";

const PRIVATE = "private, no-store";

/** The visitor's marked talks as a calendar, of one conference (`conference`, a slug) or of all. */
export async function GET(request: Request): Promise<Response> {
	const params = new URL(request.url).searchParams;
	// No database holds a NUL, and PostgreSQL will not even look for one.
	const slug = params.get("conference")?.replaceAll("\0", "") || undefined;
	const conference = slug === undefined ? undefined : await findConference(db, slug);
	if (conference === null) {
		const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE };
		return new Response("There is no such conference here.\n", { status: 404, headers });
	}
	const visitor = await currentVisitor(request.headers);
	const talks = visitor ? await listCalendarTalks(db, { userId: visitor.id, conference: slug }) : [];
	const name = calendarName(conference?.title);
	return new Response(writeWatchlistCalendar(talks, { name, baseUrl, isFeed: false, generator: GENERATOR }), {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `attachment; filename="${calendarFileName(slug)}"`,
			"Cache-Control": PRIVATE,
		},
	});
}
