import { expect, it } from "vitest";
import { formatChanges, formatEffect, withdrawalWords } from "./format-changes";

it("says what changes, and leaves out what does not", () => {
	const none = { added: 0, changed: 0, withdrawn: 0, unchanged: 1_079 };
	expect(
		[
			none,
			{ ...none, added: 1 },
			{ ...none, added: 2, unchanged: 0 },
			{ ...none, changed: 2, unchanged: 1 },
			{ ...none, added: 100, changed: 2, withdrawn: 3 },
		].map(formatChanges),
	).toEqual([
		"No talk is added, changed or withdrawn.",
		"1 talk added; 1,079 stay as they are.",
		"2 talks added.",
		"2 talks changed; 1 stays as it is.",
		"100 talks added, 2 changed and 3 withdrawn; 1,079 stay as they are.",
	]);
});

it("says whether a conference is new or updated, and that nothing is lost", () => {
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
	};
	const update = { title: "Reef", talks: 4, added: 0, changed: 0, withdrawn: 2, unchanged: 2 };
	expect(formatEffect({ ...found, update: null })).toBe("It is not here yet: importing adds it.");
	expect(formatEffect({ ...found, update })).toBe(
		"“Reef” is here already: importing updates it. 2 talks withdrawn; 2 stay as they are. What is withdrawn stays, with its marks and notes.",
	);
});

it("names how many talks are withdrawn where that has to be confirmed", () => {
	expect(
		[
			{ withdrawn: 1, talks: 1 },
			{ withdrawn: 1_000, talks: 1_079 },
		].map(withdrawalWords),
	).toEqual(["Withdraw the only talk", "Withdraw 1,000 of the 1,079 talks"]);
});
