import { describe, expect, test } from "vitest";
import { exportFileName, readExportRequest } from "./request";
import { conferenceWith } from "./sample";

const read = (query: string) => readExportRequest(new URLSearchParams(query));
const EVERYTHING = { conference: null, includeMarked: false, statuses: null, talkIds: null };

describe("what an export's address asks for", () => {
	test.each([
		["", EVERYTHING],
		["conference=", EVERYTHING],
		["conference=conf-2026", { ...EVERYTHING, conference: "conf-2026" }],
		["include=marked", { ...EVERYTHING, includeMarked: true }],
		["include=other,Marked", { ...EVERYTHING, includeMarked: true }],
		["include=unmarked", EVERYTHING],
		["status=must-see", { ...EVERYTHING, statuses: ["MUST_SEE"] }],
		["status=MUST_SEE,%20Watched&status=missed", { ...EVERYTHING, statuses: ["MUST_SEE", "WATCHED", "MISSED"] }],
		["status=seen,watched", { ...EVERYTHING, statuses: ["WATCHED"] }],
		["status=seen", EVERYTHING],
		["talk=3,1&talk=3", { ...EVERYTHING, talkIds: [3, 1] }],
		["talk=-1,1.5,x,9999999999,,2", { ...EVERYTHING, talkIds: [2] }],
		["talk=", { ...EVERYTHING, talkIds: [] }],
		["conference=a%00b", { ...EVERYTHING, conference: "ab" }],
	])("%s", (query, asked) => {
		expect(read(query)).toEqual(asked);
	});
});

test("the file is named after the conference, or after this shelf", () => {
	const name = (slug: string) => exportFileName({ scope: "conference", conference: conferenceWith({ slug }) });
	expect(name("fosdem-2026")).toBe("fosdem-2026-notes.md");
	expect(name('a"b; ü_c')).toBe("a-b-_c-notes.md");
	expect(exportFileName({ scope: "all", conferences: [] })).toBe("talkshelf-notes.md");
});
