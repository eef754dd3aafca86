import { describe, expect, test } from "vitest";
import { LONGEST_TAKEAWAY, LONGEST_TEXT, MOST_TAKEAWAYS, saveNoteSchema } from "./schema";

const takeaway = (id: string, text = "") => ({ id, text });
const note = (parts: object = {}) => ({ text: "", takeaways: [], baseRevision: 0, ...parts });
const many = (count: number) => Array.from({ length: count }, (_, index) => takeaway(`t${index}`));

describe("a note that an editor sends", () => {
	test("is taken as it is, at its largest", () => {
		const largest = note({
			text: "x".repeat(LONGEST_TEXT),
			takeaways: many(MOST_TAKEAWAYS).map(({ id }) => takeaway(id, "y".repeat(LONGEST_TAKEAWAY))),
			baseRevision: 7,
		});
		expect(saveNoteSchema.parse(largest)).toEqual(largest);
		const odd = note({ text: "  é\n\t👩‍💻 ", takeaways: [takeaway("A-z_9", " \t ")] });
		expect(saveNoteSchema.parse(odd)).toEqual(odd);
	});

	test("ends its lines in one way, and holds nothing that a database cannot", () => {
		const sent = note({ text: "a\r\nb\rc\0\uD800", takeaways: [takeaway("a", "\0\uDC00👍")] });
		expect(saveNoteSchema.parse(sent)).toEqual(
			note({ text: "a\nb\nc\uFFFD\uFFFD", takeaways: [takeaway("a", "\uFFFD\uFFFD👍")] }),
		);
	});

	test.each([
		[note({ text: "x".repeat(LONGEST_TEXT + 1) }), "A note can have up to 100,000 characters."],
		[note({ takeaways: many(MOST_TAKEAWAYS + 1) }), "A note can have up to 500 takeaways."],
		[
			note({ takeaways: [takeaway("a", "y".repeat(LONGEST_TAKEAWAY + 1))] }),
			"A takeaway can have up to 2,000 characters.",
		],
		[note({ takeaways: [takeaway("a", "b\nc")] }), "A takeaway is one line."],
		[note({ takeaways: [takeaway("a", "b\u2028c")] }), "A takeaway is one line."],
		[note({ takeaways: [takeaway("a"), takeaway("a")] }), "Every takeaway of a note has an id of its own."],
		[note({ takeaways: [takeaway("")] }), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[note({ takeaways: [takeaway("a".repeat(65))] }), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[note({ takeaways: [takeaway("a b")] }), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[note({ takeaways: [takeaway("a\n")] }), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[note({ takeaways: [null] }), "A takeaway has an id and a text."],
		[note({ takeaways: "a" }), "A note's takeaways are a list."],
		[note({ text: 1 }), "A note's text is a string."],
		[note({ baseRevision: -1 }), "A revision is 0 or more."],
		[note({ baseRevision: 1.5 }), "A revision is a whole number."],
		[note({ baseRevision: "1" }), "A revision is a whole number."],
		[note({ baseRevision: 2 ** 31 }), "There is no such revision."],
		[[], "A note has a text, takeaways and the revision it was made from."],
	])("is refused with a sentence (%#)", (sent, message) => {
		expect(saveNoteSchema.safeParse(sent).error?.issues.map((issue) => issue.message)).toEqual([message]);
	});
});
