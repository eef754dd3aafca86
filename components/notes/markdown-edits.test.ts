import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { applyFormat, continueList, FORMATS, type Format, linkSelection } from "./markdown-edits";
import type { Field, TextEdit } from "./text-edit";

/** A field written with its selection: `a ‹b› c`, or `a ‸c` with a caret. */
function field(written: string): Field {
	const caret = written.indexOf("‸");
	if (caret >= 0) return { text: written.replace("‸", ""), start: caret, end: caret };
	const start = written.indexOf("‹");
	return { text: written.replace(/[‹›]/g, ""), start, end: written.indexOf("›") - 1 };
}

function edited(before: Field, { from, to, insert, start, end }: TextEdit): Field {
	return { text: before.text.slice(0, from) + insert + before.text.slice(to), start, end };
}

function written({ text, start, end }: Field): string {
	if (start === end) return `${text.slice(0, start)}‸${text.slice(start)}`;
	return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

const press = (format: Format, before: string) => written(edited(field(before), applyFormat(field(before), format)));

describe("a format of words", () => {
	test.each<[Format, string, string]>([
		["bold", "one ‹two› three", "one **‹two›** three"],
		["bold", "one‹ two › three", "one **‹two›**  three"],
		["bold", "one tw‸o three", "one **tw‸o** three"],
		["italic", "‹one two›", "_‹one two›_"],
		["code", "a ‹b› c", "a `‹b›` c"],
		["bold", "one ‸", "one **‸**"],
		["bold", "- ‹one\n  - two›", "- ‹**one**\n  - **two**›"],
		["italic", "‹# one\n\n> two›", "# ‹_one_\n\n> _two_›"],
		["bold", "‹**one**\ntwo›", "‹**one**\n**two**›"],
	])("is given by %s: %s", (format, before, expected) => {
		expect(press(format, before)).toBe(expected);
	});

	test.each<[Format, string, string]>([
		["bold", "one **‹two›** three", "one ‹two› three"],
		["bold", "one ‹**two**› three", "one ‹two› three"],
		["bold", "one **tw‸o** three", "one tw‸o three"],
		["bold", "one **‸**", "one ‸"],
		["italic", "_‹one two›_", "‹one two›"],
		["bold", "- ‹**one**\n- **two**›", "- ‹one\n- two›"],
		["link", "see [the ‸manual](https://x.example/) now", "see ‹the manual› now"],
		["code", "```\n‹one\ntwo›\n```", "```\n‹```\none\ntwo\n```›\n```"],
		["code", "‹```js\none\ntwo\n```›", "‹one\ntwo›"],
	])("is taken away by %s again: %s", (format, before, expected) => {
		expect(press(format, before)).toBe(expected);
	});

	test("code over several lines is a block", () => {
		expect(press("code", "a\nb‹c\nd›e\nf")).toBe("a\n‹```\nbc\nde\n```›\nf");
	});

	test("a link has its words, and what is missing is selected", () => {
		expect(press("link", "the ‹manual›")).toBe("the [manual](‹https://›)");
		expect(press("link", "the ‹https://x.example/a›")).toBe("the [‸](https://x.example/a)");
		expect(press("link", "the ‸")).toBe("the [‸](https://)");
		expect(press("link", "‹a [b]›")).toBe("[a \\[b\\]](‹https://›)");
	});
});

describe("a format of lines", () => {
	test.each<[Format, string, string]>([
		["list", "one‸", "- one‸"],
		["list", "‸", "- ‸"],
		["list", "a\no‹ne\n\ntw›o\nb", "a\n‹- one\n\n- two›\nb"],
		["numbers", "‹one\ntwo\nthree›", "‹1. one\n2. two\n3. three›"],
		["tasks", "‹one\n  two›", "‹- [ ] one\n  - [ ] two›"],
		["quote", "‹one\n\ntwo›", "‹> one\n>\n> two›"],
		["heading", "o‸ne", "## o‸ne"],
		["heading", "#### o‸ne", "o‸ne"],
		["numbers", "‹- one\n- two›", "‹1. one\n2. two›"],
		["tasks", "- o‸ne", "- [ ] o‸ne"],
		["list", "- [x] o‸ne", "- o‸ne"],
		["list", "‹one\n›two", "‹- one›\ntwo"],
	])("is given by %s: %j", (format, before, expected) => {
		expect(press(format, before)).toBe(expected);
	});

	test.each<[Format, string, string]>([
		["list", "- o‸ne", "o‸ne"],
		["list", "‹- one\n  - two›", "‹one\n  two›"],
		["numbers", "‹1. one\n2. two›", "‹one\ntwo›"],
		["tasks", "- [x] o‸ne", "o‸ne"],
		["quote", "‹> one\n>\n> two›", "‹one\n\ntwo›"],
		["heading", "## ‸one", "‸one"],
	])("is taken away by %s again: %j", (format, before, expected) => {
		expect(press(format, before)).toBe(expected);
	});
});

describe("Enter", () => {
	const enter = (before: string) => {
		const edit = continueList(field(before));
		return edit && written(edited(field(before), edit));
	};

	test.each([
		["- one‸", "- one\n- ‸"],
		["a\n  * one ‸two\nb", "a\n  * one \n  * ‸two\nb"],
		["9. nine‸", "9. nine\n10. ‸"],
		["3) three‸", "3) three\n4) ‸"],
		["- [x] done‸", "- [x] done\n- [ ] ‸"],
		["> quoted‸", "> quoted\n> ‸"],
		["> - item‸", "> - item\n> - ‸"],
	])("goes on with a list or a quote: %j", (before, expected) => {
		expect(enter(before)).toBe(expected);
	});

	test.each([
		["- one\n- ‸", "- one\n‸"],
		["  - [ ] ‸\nb", "‸\nb"],
		["2. ‸", "‸"],
		["> ‸", "‸"],
	])("ends it in an empty item: %j", (before, expected) => {
		expect(enter(before)).toBe(expected);
	});

	test.each(["one‸", "‸- one", "-‸ one", "- ‹one›", "```\n- one‸", "**one**‸", ""])(
		"is an ordinary one elsewhere: %j",
		(before) => expect(enter(before)).toBe(null),
	);
});

describe("a pasted address", () => {
	const paste = (before: string, address: string) => {
		const edit = linkSelection(field(before), address);
		return edit && written(edited(field(before), edit));
	};

	test("over words is a link of them", () => {
		expect(paste("the ‹manual› here", " https://x.example/a?b=c\n")).toBe(
			"the [manual](https://x.example/a?b=c)‸ here",
		);
		expect(paste("‹a [b]›", "https://x.example/(c)")).toBe("[a \\[b\\]](https://x.example/%28c%29)‸");
	});

	test.each([
		["the ‸manual", "https://x.example/"],
		["‹manual›", "no address"],
		["‹manual›", "javascript:alert(1)"],
		["‹manual›", "https://x.example/ and more"],
		["‹https://old.example/›", "https://x.example/"],
		["[manual](‹old›)", "https://x.example/"],
		["‹two\nlines›", "https://x.example/"],
	])("is pasted as it is elsewhere: %j, %j", (before, address) => {
		expect(paste(before, address)).toBe(null);
	});
});

describe("whatever is written and selected", () => {
	const piece = fc.constantFrom(
		..."ab cé*_`[]()>#-1.\n\n ",
		"- ",
		"1. ",
		"- [ ] ",
		"> ",
		"## ",
		"**",
		"```\n",
		"](https://x)",
	);
	const anyField = fc
		.tuple(
			fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
			fc.nat(),
			fc.nat(),
		)
		.map(([text, a, b]): Field => {
			const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
			return { text, start, end };
		});
	const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
	// Of a link that is taken away the address goes with it.
	const unlinked = FORMATS.filter((format) => format !== "link");

	test("no format but a link's loses a letter, and each selects within the text", () => {
		fc.assert(
			fc.property(anyField, fc.constantFrom(...unlinked), (before, format) => {
				const edit = applyFormat(before, format);
				const made = edited(before, edit);
				expect(letters(made.text)).toBe(letters(before.text));
				expect(0 <= made.start && made.start <= made.end && made.end <= made.text.length).toBe(true);
			}),
			runs(2000),
		);
	});

	test("bold, and bold again, is the same text where it had no mark", () => {
		const plain = fc.array(fc.constantFrom(..."ab cé\n", "- ", "> "), { maxLength: 30 }).map((each) => each.join(""));
		fc.assert(
			fc.property(plain, fc.nat(), fc.nat(), (text, a, b) => {
				const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
				const before = { text, start, end };
				const bold = edited(before, applyFormat(before, "bold"));
				expect(edited(bold, applyFormat(bold, "bold")).text).toBe(text);
			}),
			runs(1000),
		);
	});
});
