import { expect, it } from "vitest";
import { formatReport } from "./format-report";
import type { ImportReport } from "./report";

const report: ImportReport = {
	conference: "c",
	talks: { added: 1, changed: 2, withdrawn: 3, unchanged: 4 },
	title: "FOSDEM 2026",
	talkCount: 2,
	recorded: 1,
	tracks: 1,
	rooms: 2,
	speakers: 0,
	links: { recording: 0, slides: 0, subtitles: 0, chat: 0, feedback: 0, other: 0 },
	warnings: [],
	ms: 1234,
};
it("says what was imported", () => {
	expect(formatReport(report)).toBe(
		[
			"FOSDEM 2026: 2 talks, 1 with a recording; 1 track; 2 rooms; 0 speakers.",
			"Talks: 1 added, 2 changed, 3 withdrawn, 4 unchanged.",
			"Took 1.2 s.",
		].join("\n"),
	);
});

it("lists warnings, and counts those past twenty", () => {
	const warnings = Array.from({ length: 22 }, (_, index) => `Number ${index}.`);
	const lines = formatReport({ ...report, warnings }).split("\n");
	expect([lines[2], lines[3], lines.at(-3), lines.at(-2)]).toEqual([
		"Warnings:",
		"  - Number 0.",
		"  - Number 19.",
		"  … and 2 more (--json shows all)",
	]);
});
