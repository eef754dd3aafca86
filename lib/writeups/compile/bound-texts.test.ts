import { describe, expect, test } from "vitest";
import { MAX_TEXT_LENGTH } from "@/lib/notes/limits";
import { compileTalks, contentWith, itemWith, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { DEFAULT_OPTIONS } from "../options";
import { asTypedInFence, boundTexts } from "./bound-texts";
import { compileWriteUp } from "./compile";

const filled = (text: string) => text.repeat(Math.ceil(MAX_TEXT_LENGTH / text.length)).slice(0, MAX_TEXT_LENGTH);

const writeUpOf = (prose: readonly string[]) =>
	contentWith({ sections: prose.map((text, index) => ({ id: `${index}`, heading: "", prose: text, items: [] })) });

describe("a text that is too large to be formatted", () => {
	const table = `|${"a|".repeat(300)}\n|${"-|".repeat(300)}\n${"|b|\n".repeat(100)}`.trim();

	test.each([table, filled("> a\n").trim(), filled("*_").trim(), filled("[^1]: a\n\n").trim()])(
		"is written as it was typed, in a fence, and so once more from the file: %#",
		(text) => {
			const file = compileWriteUp(writeUpOf([text]), new Map(), { ...DEFAULT_OPTIONS, flavour: "plain" });
			expect(file).toBe(`# Conf 2026\n\n\`\`\`\n${text}\n\`\`\`\n`);
			const again = compileWriteUp(writeUpOf([asTypedInFence(text)]), new Map(), {
				...DEFAULT_OPTIONS,
				flavour: "plain",
			});
			expect(again).toBe(file);
		},
	);

	test("has a fence that is longer than those in it", () => {
		expect(asTypedInFence("a\n````\nb")).toBe("`````\na\n````\nb\n`````");
		expect(asTypedInFence("```\na\n```\n\n```\nb\n```")).toBe("````\n```\na\n```\n\n```\nb\n```\n````");
		expect(asTypedInFence("````\na\n```\nb\n````")).toBe("````\na\n```\nb\n````");
	});
});

describe("texts that are too much together", () => {
	const tagged = "A *word* in <b>bold</b>.\n\n".repeat(1_000);

	test("stand as they were typed from where it gets too much, with their takeaways", () => {
		const content = contentWith({
			sections: [
				{ id: "s", heading: "", prose: "", items: "abcdefghij".split("").map((id) => itemWith({ id, talkId: 1 })) },
			],
		});
		const talk = talkWith({ note: noteWith(tagged, ["One", "Two"]) });
		const items = boundTexts(content, new Map([[1, talk]])).sections[0]?.items ?? [];
		expect(items[0]).toBe(content.sections[0]?.items[0]);
		expect(items.at(-1)).toEqual({
			...content.sections[0]?.items.at(-1),
			text: `\`\`\`\n${tagged}\n\n- One\n- Two\n\`\`\``,
			takeaways: [],
		});
	});

	test("are left out beyond what a file holds, and the file says so", () => {
		const file = compileWriteUp(writeUpOf(Array(150).fill(filled("A sentence. "))), new Map(), DEFAULT_OPTIONS);
		expect(file.length).toBeLessThan(11_000_000);
		expect(file.endsWith("\n\n*Left out: there is too much text for one file.*\n")).toBe(true);
	});

	test("of a thousand ordinary notes are not bounded at all", () => {
		const note = noteWith("What it *was*, and [why](https://x.org/a) it mattered.\n\n- one\n- two", ["One", "Two"]);
		const talks = Array.from({ length: 1_000 }, (_, id) => talkWith({ id, slug: `t${id}`, note }));
		expect(compileTalks(talks).match(/^## Talk$|^### Talk$/gm)?.length).toBe(1_000);
	});
});
