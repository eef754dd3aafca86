import { expect, it } from "vitest";
import { formatPhase } from "./format-changes";
import type { ImportState } from "./next-state";
import { type ImportEvent, nextState } from "./next-state";

const found = {
	conference: "reef-2026",
	title: "Reef 2026",
	startDate: "2026-05-01",
	endDate: "2026-05-02",
	dayCount: 2,
	source: "reef.xml",
	talkCount: 2,
	recorded: 0,
	tracks: 1,
	rooms: 1,
	speakers: 2,
	warnings: [],
	update: null,
};
const links = { recording: 0, slides: 0, subtitles: 0, chat: 0, feedback: 0, other: 0 };
const report = { ...found, links, ms: 5, talks: { added: 2, changed: 0, withdrawn: 0, unchanged: 0 } };

const after = (...events: ImportEvent[]) => events.reduce(nextState, { step: "choosing" } as ImportState);
const reading = { phase: "reading" } as const;
const writing = { phase: "writing", done: 1, total: 2 } as const;

it("goes from a source over what was found to a report", () => {
	const events: ImportEvent[] = [
		{ begun: "finding" },
		{ sent: { phase: "sending", done: 1, total: 2 } },
		{ progress: reading },
		{ found, id: "7" },
		{ begun: "importing" },
		{ progress: writing },
		{ report },
	];
	expect(events.map((_, index) => after(...events.slice(0, index + 1)))).toEqual([
		{ step: "finding", progress: null },
		{ step: "finding", progress: { phase: "sending", done: 1, total: 2 } },
		{ step: "finding", progress: reading },
		{ step: "found", id: "7", found },
		{ step: "importing", id: "7", found, progress: null },
		{ step: "importing", id: "7", found, progress: writing },
		{ step: "done", report },
	]);
});

it("goes back to where it can be tried again when something is wrong", () => {
	expect(after({ begun: "finding" }, { problem: "No." })).toEqual({ step: "choosing", problem: "No." });
	expect(after({ begun: "finding" }, { found, id: "7" }, { begun: "importing" }, { problem: "No." })).toEqual({
		step: "found",
		id: "7",
		found,
		problem: "No.",
	});
});

it("begins anew when what was found is discarded, and imports nothing that was not found", () => {
	expect(after({ begun: "finding" }, { found, id: "7" }, { left: true })).toEqual({ step: "choosing" });
	expect(after({ begun: "importing" })).toEqual({ step: "choosing" });
	expect(after({ report })).toEqual({ step: "choosing" });
});

it("says what is being done, and how far", () => {
	const fetching = { phase: "fetching", address: "https://reef.example/", bytes: 0 } as const;
	expect(
		[
			null,
			{ phase: "sending", done: 524_288, total: 4_194_304 } as const,
			fetching,
			{ ...fetching, bytes: 1_572_864 },
			reading,
			{ phase: "converting", done: 1_050, total: 2_295 } as const,
			writing,
		].map(formatPhase),
	).toEqual([
		{ phase: "Beginning", amount: "" },
		{ phase: "Sending the file", amount: "0.5 MB of 4.0 MB" },
		{ phase: "Fetching https://reef.example/", amount: "" },
		{ phase: "Fetching https://reef.example/", amount: "1.5 MB" },
		{ phase: "Reading the schedule", amount: "" },
		{ phase: "Converting texts", amount: "1,050 of 2,295" },
		{ phase: "Writing talks", amount: "1 of 2" },
	]);
});
