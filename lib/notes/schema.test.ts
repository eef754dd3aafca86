import { describe, expect, test } from "vitest";
import { MAX_TAKEAWAY_LENGTH, MAX_TAKEAWAYS, MAX_TEXT_LENGTH } from "./limits";
import { noteContentSchema, patchNoteSchema } from "./schema";

const takeaway = (id: string, text = "") => ({ id, text });
const note = (parts: object = {}) => ({ text: "", takeaways: [], ...parts });
const many = (count: number) => Array.from({ length: count }, (_, index) => takeaway(`t${index}`));
const messagesOf = (result: { error?: { issues: { message: string }[] } }) =>
	result.error?.issues.map((issue) => issue.message);

describe("a note as a change leaves it", () => {
	test("is taken as it is, at its largest", () => {
		const largest = note({
			text: "x".repeat(MAX_TEXT_LENGTH),
			takeaways: many(MAX_TAKEAWAYS).map(({ id }) => takeaway(id, "y".repeat(MAX_TAKEAWAY_LENGTH))),
		});
		expect(noteContentSchema.parse(largest)).toEqual(largest);
		const odd = note({ text: "  é\n\t👩‍💻 ", takeaways: [{ ...takeaway("A-z_9", " \t "), time: 0 }] });
		expect(noteContentSchema.parse(odd)).toEqual(odd);
	});

	test("ends its lines in one way, and holds nothing that a database cannot", () => {
		const sent = note({ text: "a\r\nb\rc\0\uD800", takeaways: [takeaway("a", "\0\uDC00👍")] });
		expect(noteContentSchema.parse(sent)).toEqual(
			note({ text: "a\nb\nc\uFFFD\uFFFD", takeaways: [takeaway("a", "\uFFFD\uFFFD👍")] }),
		);
	});

	test.each([
		[note({ text: "x".repeat(MAX_TEXT_LENGTH + 1) }), "A note can have up to 100,000 characters."],
		[note({ takeaways: many(MAX_TAKEAWAYS + 1) }), "A note can have up to 500 takeaways."],
		[
			note({ takeaways: [takeaway("a", "y".repeat(MAX_TAKEAWAY_LENGTH + 1))] }),
			"A takeaway can have up to 2,000 characters.",
		],
		[note({ takeaways: [takeaway("a"), takeaway("a")] }), "Every takeaway of a note has an id of its own."],
	])("is refused with a sentence (%#)", (content, message) => {
		expect(messagesOf(noteContentSchema.safeParse(content))).toEqual([message]);
	});
});

describe("a change that an editor sends", () => {
	const change = (parts: object = {}) => ({ baseRevision: 0, ...parts });
	const inserting = (...takeaways: unknown[]) => change({ takeaways: { at: 0, removed: 0, inserted: takeaways } });

	test("is taken as it is: of the text, of takeaways, of both or of neither", () => {
		const text = { at: 3, removed: 2, inserted: "x\r\0" };
		const takeaways = { at: 0, removed: 1, inserted: [{ ...takeaway("a", "b"), time: 754 }] };
		for (const sent of [change(), change({ text }), change({ takeaways }), change({ text, takeaways, owner: "ada" })]) {
			expect(patchNoteSchema.parse(sent)).toEqual(sent);
		}
	});

	const WITHIN = "A change begins within the note, at a whole number.";
	test.each([
		[inserting(takeaway("a", "b\nc")), "A takeaway is one line."],
		[inserting(takeaway("a", "b\u2028c")), "A takeaway is one line."],
		[inserting(takeaway("")), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[inserting(takeaway("a".repeat(65))), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[inserting(takeaway("a b")), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[inserting(takeaway("a\n")), "A takeaway's id is 1 to 64 letters, digits, - and _."],
		[inserting(null), "A takeaway has an id and a text."],
		[inserting({ ...takeaway("a"), time: 1.5 }), "A takeaway's time is whole seconds."],
		[inserting(...many(MAX_TAKEAWAYS + 1)), "A note can have up to 500 takeaways."],
		[change({ takeaways: { at: 0, removed: 0, inserted: "a" } }), "A note's takeaways are a list."],
		[change({ text: { at: 0, removed: 0, inserted: 1 } }), "A note's text is a string."],
		[change({ text: "the whole of it" }), "A change says where it begins, how much it removes and what it inserts."],
		[change({ text: { at: -1, removed: 0, inserted: "" } }), WITHIN],
		[change({ text: { at: 0, removed: 0.5, inserted: "" } }), WITHIN],
		[change({ takeaways: { at: "0", removed: 0, inserted: [] } }), WITHIN],
		[change({ owner: 1 }), "A note's owner is a visitor's id."],
		[change({ baseRevision: -1 }), "A revision is 0 or more."],
		[change({ baseRevision: 1.5 }), "A revision is a whole number."],
		[change({ baseRevision: "1" }), "A revision is a whole number."],
		[change({ baseRevision: 2 ** 31 }), "There is no such revision."],
		[{}, "A revision is a whole number."],
		[[], "A change of a note says what changed, and in which revision."],
	])("is refused with a sentence (%#)", (sent, message) => {
		expect(messagesOf(patchNoteSchema.safeParse(sent))).toEqual([message]);
	});
});
