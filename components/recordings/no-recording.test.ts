import { expect, it } from "vitest";
import { formatOutlook } from "./no-recording";

it("says whether a talk without a recording is recorded, and how that is known", () => {
	expect(
		(
			[
				["will-be-recorded", "Was to be recorded, no recording yet"],
				["will-not-be-recorded", "Not recorded"],
				["likely", "No recording yet: 9 of 10 other talks in its room have one"],
				["unknown", "No recording: 1 of 10 other talks of its track have one"],
				["unknown", "Not known whether it will be recorded"],
			] as const
		).map(([kind, words]) => formatOutlook({ kind, label: words })),
	).toEqual([
		"The conference records this talk: it plays here once the schedule names its recording.",
		"The conference does not record this talk.",
		"There will probably be one: 9 of 10 other talks in its room have one.",
		"There may be none: 1 of 10 other talks of its track have one.",
		"The schedule does not say whether the conference records this talk.",
	]);
});
