import { expect, test } from "vitest";
import { formatAmounts, formatNoteChanges } from "./format-plan";

const place = (talkId: number | null, takeawayCount = 0) => ({ heading: "", talkId, takeawayCount });
const talk = (id: number, note: "made" | "same" | "kept" | "too-long" | null) => ({
	...{ id, title: "", conference: "", isMarked: false, note },
});

test("says how much there is in a post", () => {
	const sections = [
		{ heading: "A", places: [place(1, 2), place(2)] },
		{ heading: "", places: [place(1, 1), place(null)] },
	];
	expect(formatAmounts({ sections, talks: [talk(1, null), talk(2, null)] })).toEqual([
		"2 sections",
		"2 talks in 3 places",
		"3 takeaways",
	]);
	expect(formatAmounts({ sections: [{ heading: "", places: [place(1)] }], talks: [talk(1, null)] })[1]).toBe("1 talk");
});

test("says what becomes of notes", () => {
	expect(formatNoteChanges([talk(1, "kept"), talk(2, null)])).toEqual([]);
	expect(formatNoteChanges([talk(1, "made"), talk(2, "same"), talk(3, "same"), talk(4, "too-long")])).toEqual([
		"1 note is made of what it says about talks.",
		"2 notes say the same already.",
		"What it says about 1 talk is longer than a note may be, and stays in the write-up alone.",
	]);
});
