import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { hash } from "@/lib/schedule/digest";
import * as paths from "@/lib/urls/paths";

/** The addresses of a private calendar. */
export type FeedUrls = {
	/** To copy. */
	readonly plain: string;
	/** What calendar apps open by themselves. */
	readonly webcal: string;
	/** Google's page that asks whether to add it. */
	readonly google: string;
	/** Whether only this very machine knows the host, so that no calendar elsewhere can ask it. */
	readonly isLocal: boolean;
};

/** `baseUrl` is the address that visitors know. */
export function buildFeedUrls(token: string, marks: FeedMarks, baseUrl: string): FeedUrls {
	const url = new URL(paths.calendarFeed(token), baseUrl);
	if (marks !== "must-see") url.searchParams.set("marks", marks);
	// Google takes a calendar for one to subscribe to by this scheme alone.
	const webcal = url.href.replace(/^https?:/, "webcal:");
	return {
		plain: url.href,
		webcal,
		google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`,
		isLocal: /^(?:localhost|127\..*|\[::1\])$/.test(url.hostname),
	};
}

/** Which marks a private address gives, by the word `marks` in it: what one means to go to, unless it says otherwise. */
export const FEED_MARKS = ["must-see", "to-watch", "all"] as const;
export type FeedMarks = (typeof FEED_MARKS)[number];

export const FEED_LABELS: Readonly<Record<FeedMarks, string>> = {
	"must-see": "Must-see talks",
	"to-watch": "Must-see and missed talks",
	all: "All marked talks",
};

const STATUSES_BY_FEED: Readonly<Record<FeedMarks, readonly MarkStatus[]>> = {
	"must-see": ["MUST_SEE"],
	"to-watch": ["MUST_SEE", "MISSED"],
	all: MARK_STATUSES,
};

/** What an address asks for; a word that means nothing is passed over. */
export function parseFeedMarks(params: URLSearchParams): FeedMarks {
	const value = params.get("marks")?.trim().toLowerCase();
	return FEED_MARKS.find((each) => each === value) ?? "must-see";
}

export function isInFeed(marks: FeedMarks, { status }: { readonly status: MarkStatus }): boolean {
	return STATUSES_BY_FEED[marks].includes(status);
}

/** What every answer under a private address says; that it is told to no other site, next.config.ts does. */
const PRIVATE_HEADERS = {
	// To be kept, and asked for again each time whether it is still the same.
	"Cache-Control": "private, no-cache",
	"X-Robots-Tag": "noindex, nofollow",
};

/** The calendar under a private address, or that it is still the one that is known by its ETag (RFC 9110, 13.1.2). */
export function feedResponse(request: Pick<Request, "headers">, calendar: string): Response {
	// Weak: a server that compresses answers sends other bytes.
	const etag = `W/"${hash(calendar)}"`;
	const headers = { ...PRIVATE_HEADERS, ETag: etag };
	if (matchesEtag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
	return new Response(calendar, {
		headers: {
			...headers,
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": 'inline; filename="watchlist.ics"',
		},
	});
}

/** One answer for every address that is nobody's: wrong, renewed, or switched off. */
export function feedNotFoundResponse(): Response {
	return textResponse(404, "There is no calendar at this address.");
}

export function tooManyRequestsResponse(seconds: number): Response {
	const response = textResponse(429, "This calendar was asked for too often; try again in a few minutes.");
	response.headers.set("Retry-After", String(seconds));
	return response;
}

function textResponse(status: number, message: string): Response {
	const headers = { ...PRIVATE_HEADERS, "Content-Type": "text/plain; charset=utf-8" };
	return new Response(`${message}\n`, { status, headers });
}

function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
	if (ifNoneMatch === null) return false;
	const stripWeakPrefix = (tag: string) => tag.trim().replace(/^W\//, "");
	return (
		ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => stripWeakPrefix(tag) === stripWeakPrefix(etag))
	);
}
