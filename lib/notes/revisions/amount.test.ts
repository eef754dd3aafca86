import { expect, test } from "vitest";
import { countContent, formatCountsChange } from "./amount";

test("a note's amount is its words, and the takeaways that say something", () => {
	const takeaways = ["Two words", " ", "C++ – x"].map((text, index) => ({ id: `${index}`, text }));
	expect(countContent({ text: "# One\n\n- two *three* 4", takeaways })).toEqual({ words: 8, takeaways: 2 });
	expect(countContent({ text: "", takeaways: [] })).toEqual({ words: 0, takeaways: 0 });
});

test("what changed is said in a few words", () => {
	expect(formatCountsChange(null, { words: 1, takeaways: 0 })).toBe("1 word");
	expect(formatCountsChange(null, { words: 1_200, takeaways: 2 })).toBe("1,200 words, 2 takeaways");
	expect(formatCountsChange({ words: 10, takeaways: 3 }, { words: 130, takeaways: 1 })).toBe(
		"+120 words, 2 takeaways removed",
	);
	expect(formatCountsChange({ words: 10, takeaways: 0 }, { words: 9, takeaways: 1 })).toBe("−1 word, 1 takeaway added");
	expect(formatCountsChange({ words: 10, takeaways: 1 }, { words: 10, takeaways: 0 })).toBe("1 takeaway removed");
	expect(formatCountsChange({ words: 10, takeaways: 1 }, { words: 10, takeaways: 1 })).toBe("As many words");
});
