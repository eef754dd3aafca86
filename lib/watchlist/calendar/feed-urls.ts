import * as paths from "@/lib/urls/paths";
import type { FeedMarks } from "./feed-marks";

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
