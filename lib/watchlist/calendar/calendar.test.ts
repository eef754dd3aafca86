import { describe, expect, it } from "vitest";
import {
	buildFeedUrls,
	feedNotFoundResponse,
	feedResponse,
	isInFeed,
	parseFeedMarks,
	tooManyRequestsResponse,
} from "./feed";
import { calendarFileName, parseCalendarRequest } from "./select";
import { newToken, parseFeedToken } from "./token";

describe("a private address", () => {
	it("holds 256 random bits, and is read back", () => {
		const tokens = Array.from({ length: 100 }, newToken);
		expect(new Set(tokens).size).toBe(100);
		for (const token of tokens) {
			expect(Buffer.from(token, "base64url")).toHaveLength(32);
			expect(parseFeedToken(`${token}.ics`)).toBe(token);
		}
	});

	it.each([
		"",
		".ics",
		"abc.ics",
		newToken(),
		`${newToken()}.ICS`,
		`${newToken()}a.ics`,
		`${newToken().slice(1)}\0.ics`,
	])("is not %j", (file) => {
		expect(parseFeedToken(file)).toBeNull();
	});

	it("can be copied, opened by calendar apps and added to Google's", () => {
		expect(buildFeedUrls("TOKEN", "must-see", "https://shelf.example/")).toEqual({
			plain: "https://shelf.example/calendar/TOKEN.ics",
			webcal: "webcal://shelf.example/calendar/TOKEN.ics",
			google: "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fshelf.example%2Fcalendar%2FTOKEN.ics",
			isLocal: false,
		});
		expect(buildFeedUrls("TOKEN", "all", "http://localhost:3000")).toEqual({
			plain: "http://localhost:3000/calendar/TOKEN.ics?marks=all",
			webcal: "webcal://localhost:3000/calendar/TOKEN.ics?marks=all",
			google:
				"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flocalhost%3A3000%2Fcalendar%2FTOKEN.ics%3Fmarks%3Dall",
			isLocal: true,
		});
	});

	it("gives what one means to go to, unless it says otherwise", () => {
		const of = (query: string) => {
			const marks = parseFeedMarks(new URLSearchParams(query));
			return (["MUST_SEE", "MISSED", "WATCHED"] as const).filter((status) => isInFeed(marks, { status }));
		};
		expect([of(""), of("marks=to-watch"), of("marks=ALL"), of("marks=none")]).toEqual([
			["MUST_SEE"],
			["MUST_SEE", "MISSED"],
			["MUST_SEE", "MISSED", "WATCHED"],
			["MUST_SEE"],
		]);
	});
});

describe("the answer", () => {
	const request = (ifNoneMatch?: string) =>
		feedResponse({ headers: new Headers(ifNoneMatch ? { "If-None-Match": ifNoneMatch } : {}) }, "TEXT");
	const etag = request().headers.get("etag") ?? "";

	it("is the calendar, for nobody else to keep", async () => {
		const response = request();
		expect([response.status, await response.text()]).toEqual([200, "TEXT"]);
		expect(Object.fromEntries(response.headers)).toEqual({
			"cache-control": "private, no-cache",
			"content-disposition": 'inline; filename="watchlist.ics"',
			"content-type": "text/calendar; charset=utf-8",
			etag: expect.stringMatching(/^W\/"[0-9a-f]{32}"$/),
			"x-robots-tag": "noindex, nofollow",
		});
	});

	it.each([etag, etag.slice(2), `"other", ${etag}`, "*"])(
		"is only that nothing changed, to who knows %s",
		async (ifNoneMatch) => {
			const response = request(ifNoneMatch);
			expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([304, "", etag]);
		},
	);

	it("is whole to who knows another", () => {
		expect(request('W/"other"').status).toBe(200);
		expect(feedResponse({ headers: new Headers() }, "OTHER").headers.get("etag")).not.toBe(etag);
	});

	it("is one sentence where there is none, and where it was asked for too often", async () => {
		expect([feedNotFoundResponse().status, await feedNotFoundResponse().text()]).toEqual([
			404,
			"There is no calendar at this address.\n",
		]);
		const tooManyRequests = tooManyRequestsResponse(300);
		expect([tooManyRequests.status, tooManyRequests.headers.get("retry-after")]).toEqual([429, "300"]);
	});
});

it("names a file after its conference, in letters that a header can hold", () => {
	expect([calendarFileName(undefined), calendarFileName("fosdem-2026"), calendarFileName('a"\r\nb')]).toEqual([
		"watchlist.ics",
		"fosdem-2026-watchlist.ics",
		"a-b-watchlist.ics",
	]);
});

describe("what a download asks for", () => {
	const read = (query: string) => parseCalendarRequest(new URLSearchParams(query));

	it("is everything, of all tabs", () => {
		expect(read("")).toEqual({ filter: { tab: "all" }, conferences: [], talkIds: null });
	});

	it("is what the watchlist's address filters by, and which talks are named", () => {
		expect(read("tab=missed&track=go&track=rust&conference=a&conference=b&conference=a&talk=1,2&talk=x&q=%00")).toEqual(
			{
				filter: {
					...{ tab: "missed", track: ["go", "rust"], conference: ["a", "b", "a"], talk: ["1,2", "x"], q: [""] },
				},
				conferences: ["a", "b"],
				talkIds: new Set([1, 2, Number.NaN]),
			},
		);
	});
});
