import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { compileTalks, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { joinTexts } from "./join-texts";
import { normalizeText } from "./normalize-text";

/** What stands below the talk's own lines. */
function noteInFile(text: string, takeaways: string[] = []): string {
	const start = "[Talk](https://conference.example/talk/)\n\n";
	const whole = compileTalks([talkWith({ note: noteWith(text, takeaways) })]);
	return whole.slice(whole.indexOf(start) + start.length);
}

describe("a note", () => {
	test("is written as it was typed where nothing of it depends on its place", () => {
		const typed = [
			"Some snake_case, ~10 %, AT&T, [sic], 5 * 3 and https://example.org/x_y.",
			"* one\n* two\n    1) three",
			"| a | b |\n|--|:-:|\n| 1 | 2 |",
			"> quoted\nlazily",
			"***",
			"__strong__ _em_  \nbroken",
		].join("\n\n");
		expect(noteInFile(`\n\n${typed}  \n\n`)).toBe(`${typed}\n`);
		expect(noteInFile(typed, ["one"])).toBe(`${typed}\n\n**Key takeaways:**\n- one\n`);
	});

	test("has its headings below its talk's, in the same relation as far as level 6 allows", () => {
		expect(noteInFile("# a\n## b_c\n### d\n#### e\n\nText_with_signs")).toBe(
			"#### a\n\n##### b_c\n\n###### d\n\n###### e\n\nText_with_signs\n",
		);
		expect(noteInFile("### a\n#### b")).toBe("#### a\n\n##### b\n");
		expect(noteInFile("##### a\n###### b")).toBe("##### a\n\n###### b\n");
		expect(noteInFile("> # a\n\n- # b")).toBe("> #### a\n\n- #### b\n");
	});

	test("has underlined headings of any number of lines marked with signs", () => {
		expect(noteInFile("a\n===\n\nb `c\nd` ![e\nf](https://x.org)\\\ng\n---")).toBe(
			"#### a\n\n##### b `c d` ![e f](https://x.org) g\n",
		);
	});

	test("closes what it opens", () => {
		expect(noteInFile("```js\nlet a;", ["one"])).toBe("```js\nlet a;\n```\n\n**Key takeaways:**\n- one\n");
		expect(noteInFile("~~~\n```\n", ["one"])).toBe("````\n```\n````\n\n**Key takeaways:**\n- one\n");
		expect(noteInFile("- a\n  ```\n  b", ["one"])).toBe("- a\n  ```\n  b\n  ```\n\n**Key takeaways:**\n- one\n");
		expect(noteInFile("*a", ["one"])).toBe("*a\n\n**Key takeaways:**\n- one\n");
	});

	test("keeps front matter lookalikes from being front matter or headings", () => {
		expect(noteInFile("---\ntitle: x\n---\n\na")).toBe("___\n\ntitle: x\n\n___\n\na\n");
		expect(noteInFile("+++\ntitle = 'x'\n+++")).toBe("+++\ntitle = 'x'\n+++\n");
		expect(noteInFile("---")).toBe("---\n");
	});

	test("shows HTML as text, also what is never closed", () => {
		expect(noteInFile("<!-- a\n\nb")).toBe("\\<!-- a\n\nb\n");
		expect(noteInFile("<details>\n<summary>a</summary>\n\n- b")).toBe("\\<details>\n\\<summary>a\\</summary>\n\n- b\n");
		expect(noteInFile("<script>\nalert(1)")).toBe("\\<script>\nalert(1)\n");
	});

	test("has its references resolved, and keeps definitions that nothing refers to as text", () => {
		expect(noteInFile('[a], [b][a] and ![c][A]\n\n[a]: https://x.org "t"\n[A]: https://y.org\n[n]: /z')).toBe(
			'[a](https://x.org "t"), [b](https://x.org "t") and ![c](https://x.org "t")\n\n' +
				"\\[A]\\: <https://y.org>\n\n\\[n]\\: /z\n",
		);
	});

	test("has its references resolved in a line that looks like prose, right below the definition", () => {
		expect(noteInFile("[b]: https://b.org\nword [a][b]\n\nword ![i][b]")).toBe(
			"word [a](https://b.org)\n\nword ![i](https://b.org)\n",
		);
	});

	test("has no strong text in strong text, which would end it", () => {
		expect(noteInFile("__a**b**c__ <b>")).toBe("**abc** \\<b>\n");
		expect(noteInFile("*a __b__ c* <b>")).toBe("*a **b** c* \\<b>\n");
	});

	test("ends with a wide space where it is a character", () => {
		expect(noteInFile("1.\uFEFF\n\n")).toBe("1.\uFEFF\n");
		expect(noteInFile("1.\n \t\n")).toBe("1.\n");
	});

	test("has footnotes of its own names, in whatever talk", () => {
		const note = noteWith("a[^1] b[^n] c[^1]\n\n[^1]: One\n[^n]: Two");
		const expected = compileTalks([talkWith({ slug: "X_1", note }), talkWith({ slug: "x.1", note })]);
		expect(expected.match(/^.*\[\^.*$/gm)).toEqual([
			"a[^x-1-1] b[^x-1-2] c[^x-1-1]",
			"[^x-1-1]: One",
			"[^x-1-2]: Two",
			"a[^x-1-2-1] b[^x-1-2-2] c[^x-1-2-1]",
			"[^x-1-2-1]: One",
			"[^x-1-2-2]: Two",
		]);
	});

	test("of nothing but white space is no note", () => {
		expect(compileTalks([talkWith({ note: noteWith(" \n\t\n", [" ", ""]) })]).endsWith("/talk/)\n")).toBe(true);
	});

	test("has takeaways that were typed into it as takeaways are written", () => {
		expect(noteInFile("Takeaways:\n\n* one\n\n* two\n  lines # [x]\n\nEnd")).toBe(
			"Takeaways:\n- one\n- two lines # \\[x]\n\nEnd\n",
		);
	});

	test("that no parser should read stands in a fence", () => {
		const text = `${">".repeat(200)} a\n\nb`;
		expect(noteInFile(text)).toBe(`\`\`\`\n${text}\n\`\`\`\n`);
	});
});

describe("a text of the write-up's own", () => {
	const own = (text: string) =>
		normalizeText(text, { level: 4, nestedLevel: 4, isOwn: true }, null, new Set(["taken"]));

	test("keeps HTML that is whole as it was typed", () => {
		const typed =
			"<details>\n<summary>a</summary>\n\n- b <kbd>c</kbd>\n\n</details>\n\n<!-- d\n\ne -->\n\n<pre>\n\nf</pre>";
		expect(own(typed)).toBe(typed);
	});

	test.each([
		["<!-- a\n\nb", "\\<!-- a\n\nb"],
		["a <script>b", "a \\<script>b"],
		["- <pre>\n  a\n\nb <i>c</i>", "- \\<pre>\n  a\n\nb \\<i>c\\</i>"],
	])("shows HTML as text where it would go on below: %s", (typed, expected) => {
		expect(own(typed)).toBe(expected);
	});

	test("keeps the names of its footnotes, unless another text has them, and has each below its first mention", () => {
		expect(own("a[^n] b[^taken]\n\nc\n\n[^taken]: One\n[^n]: Two")).toBe(
			"a[^n] b[^taken-2]\n\n[^n]: Two\n\n[^taken-2]: One\n\nc",
		);
	});

	test("is not changed by normalizing it again, whatever it is and wherever it is parted", () => {
		fc.assert(
			fc.property(hostileMarkdown, hostileMarkdown, (first, second) => {
				const [a, b] = [own(first), own(second)].filter((text) => text !== "");
				const joined = joinTexts([a, b].filter((text) => text !== undefined));
				if (joined.includes("[^")) return;
				expect(own(joined)).toBe(joined);
			}),
			runs(90),
		);
	});

	test("reads the same, whatever stands above it and below it", () => {
		fc.assert(
			fc.property(fc.array(hostileMarkdown, { maxLength: 4 }), fc.boolean(), (all, isOwn) => {
				const taken = new Set<string>();
				const texts = all
					.map((text) => normalizeText(text, { level: 4, nestedLevel: 4, isOwn }, isOwn ? null : "note", taken))
					.filter((text) => text !== "");
				const blocksOf = (markdown: string) =>
					parseMarkdownWithHtml(markdown)
						.children.map((node) => JSON.stringify(node, (key, value) => (key === "position" ? undefined : value)))
						.filter((block) => block !== '{"type":"html","value":"<!-- -->"}');
				expect(blocksOf(joinTexts(texts))).toEqual(texts.flatMap(blocksOf));
			}),
			runs(90),
		);
	});
});

describe("a takeaway", () => {
	const bullet = (takeaway: string) => noteInFile("", [takeaway]).split("\n").slice(1).join("\n");

	test("may hold inline Markdown, as it was typed", () => {
		const typed = "**Bold**, `code`, [link](https://x.org), snake_case and ~10";
		expect(bullet(typed)).toBe(`- ${typed}\n`);
	});

	test.each([
		["# x", "- \\# x"],
		["- y", "- \\- y"],
		["1. z", "- 1\\. z"],
		["1) z", "- 1\\) z"],
		["> q", "- \\> q"],
		["+ p", "- \\+ p"],
		["---", "- \\---"],
		["```", "- \\`\\`\\`"],
		["[x] done", "- \\[x] done"],
		["[a]: https://x.org", "- \\[a]\\: <https://x.org>"],
		["<b>x</b>", "- \\<b>x\\</b>"],
		["a [^1]", "- a \\[^1]"],
		["   indented", "- indented"],
	])("that would be a block is text: %s", (takeaway, expected) => {
		expect(bullet(takeaway)).toBe(`${expected}\n`);
	});
});

test("a list that was none because of what stood above it stays none", () => {
	const context = { level: 4, nestedLevel: 4, isOwn: false };
	expect(normalizeText("A word\n> 2.", context, null, new Set())).toBe("A word\n\n> 2\\.");
	expect(normalizeText("  - a\n  - b\n\n# c", context, null, new Set())).toBe("- a\n- b\n\n#### c");
});
