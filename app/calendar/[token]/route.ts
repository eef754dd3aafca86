import { isRateLimited, sharedAttempts, WINDOW_MS } from "@/lib/accounts/rate-limiter";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { GENERATOR } from "@/lib/schedule/published/exported-talks";
import {
	FEED_LABELS,
	feedNotFoundResponse,
	feedResponse,
	isInFeed,
	parseFeedMarks,
	tooManyRequestsResponse,
} from "@/lib/watchlist/calendar/feed";
import { findFeedOwner, listCalendarTalks } from "@/lib/watchlist/calendar/queries";
import { parseFeedToken } from "@/lib/watchlist/calendar/token";
import { writeWatchlistCalendar } from "@/lib/watchlist/calendar/write";

// Several devices of one person, each more often than any calendar asks.
const attempts = sharedAttempts("calendars", 60);

/** A visitor's talks, for calendars that subscribe to their private address: whoever knows it may, cookies or none. */
export async function GET(request: Request, { params }: RouteContext<"/calendar/[token]">): Promise<Response> {
	const token = parseFeedToken((await params).token);
	const userId = token && (await findFeedOwner(db, token));
	if (!token || !userId) return feedNotFoundResponse();
	if (isRateLimited && !attempts.allow(token, Date.now())) return tooManyRequestsResponse(WINDOW_MS / 1000);
	const marks = parseFeedMarks(new URL(request.url).searchParams);
	const talks = (await listCalendarTalks(db, { userId })).filter((talk) => isInFeed(marks, talk));
	const name = `Talkshelf: ${FEED_LABELS[marks].toLowerCase()}`;
	return feedResponse(request, writeWatchlistCalendar(talks, { name, baseUrl, isFeed: true, generator: GENERATOR }));
}
