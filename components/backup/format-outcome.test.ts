import { expect, test } from "vitest";
import type { Outcome } from "@/lib/backup/outcome";
import { formatAdded, formatOutcome } from "./format-outcome";

const none = { marks: 0, notes: 0, ratings: 0, topics: 0, writeUps: 0 };
const nothing: Outcome = {
	...{ before: none, after: none, changedTalks: 0, replacedNotes: [], doubledWriteUps: [], published: [] },
	...{ awaited: [], isNothing: true },
};

test("says how much comes along, without what adds nothing", () => {
	expect(formatAdded({ before: { ...none, marks: 2 }, after: { ...none, marks: 1200, notes: 1 } })).toEqual([
		"1,198 marks",
		"1 note",
	]);
});

test("has a sentence for what changes, what stays and what waits", () => {
	expect(formatOutcome(nothing)).toEqual([]);
	expect(
		formatOutcome({
			...nothing,
			changedTalks: 1,
			replacedNotes: ["1", "2", "3", "4", "5", "6", "7"],
			doubledWriteUps: [""],
			published: ["A post"],
			awaited: [{ conference: "x", title: "X 2026", talks: 2 }],
		}),
	).toEqual([
		"What you have on 1 talk gets what the backup has beside it. Nothing goes.",
		"Later notes of the backup take the place of yours on “1”, “2”, “3”, “4”, “5” and 2 more. Yours stay among their revisions.",
		"The backup has later versions of “Untitled”. They come beside yours.",
		"“A post” can be read by everyone who has the address again.",
		"What is about 2 talks of X 2026 waits until the talks are imported here.",
	]);
});
