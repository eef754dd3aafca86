import { describe, expect, it } from "vitest";
import { findRange } from "./checkboxes";
import { formatMarked, formatTopicChange } from "./use-outcome";

describe("what was done with many talks", () => {
	it("is told with the number that changed, and of how many it was so before", () => {
		expect(formatMarked("MISSED", 12, 12)).toBe("Marked 12 talks missed.");
		expect(formatMarked("MUST_SEE", 1, 3)).toBe("Marked 1 talk must-see. 2 were so already.");
		expect(formatMarked("WATCHED", 1079, 1080)).toBe("Marked 1,079 talks watched. 1 was so already.");
		expect(formatMarked("WATCHED", 0, 2)).toBe("All 2 were watched already.");
		expect(formatMarked("WATCHED", 0, 1)).toBe("It was watched already.");
		expect(formatMarked(null, 2, 2)).toBe("Took the marks of 2 talks away.");
		expect(formatMarked(null, 1, 1)).toBe("Took the mark of 1 talk away.");
		expect(formatMarked(null, 0, 5)).toBe("All 5 were not marked already.");
	});

	it("is told of topics, too", () => {
		expect(formatTopicChange("Go", true, 2, 2)).toBe("Put “Go” on 2 talks.");
		expect(formatTopicChange("Go", false, 1, 3)).toBe("Took “Go” off 1 talk.");
		expect(formatTopicChange("Go", true, 0, 3)).toBe("All 3 had the topic “Go” already.");
		expect(formatTopicChange("Go", false, 0, 1)).toBe("None of them had the topic “Go”.");
	});
});

describe("a range of boxes", () => {
	const boxes = ["a", "b", "c", "d"];

	it("holds all from one to the other, in either direction", () => {
		expect(findRange(boxes, "b", "d")).toEqual(["b", "c", "d"]);
		expect(findRange(boxes, "d", "b")).toEqual(["b", "c", "d"]);
		expect(findRange(boxes, "c", "c")).toEqual(["c"]);
	});

	it("is the one that was pressed where the other is gone or never was", () => {
		expect(findRange(boxes, null, "c")).toEqual(["c"]);
		expect(findRange(boxes, "gone", "c")).toEqual(["c"]);
	});
});
