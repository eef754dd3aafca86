import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import type { Root, RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import { parseFrabXml } from "@/lib/schedule/formats/frab-xml";
import { textChunks } from "@/lib/schedule/reading/text-chunks";
import { htmlToMarkdown, plainTextToMarkdown } from "./html-to-markdown";
import { parseMarkdown } from "./parse";

describe("htmlToMarkdown", () => {
	it("keeps paragraphs, lists within lists, links, code, tables and what was struck out", () => {
		const html = `<h2>What</h2>
			<p>One <strong>bold</strong> <em>word</em>, <code>x &lt; y</code> and <del>gone</del>.</p>
			<ul><li>a<ol start="3"><li>b</li></ol></li><li><a href="https://example.org/?a=1&amp;b=2">c</a></li></ul>
			<pre><code class="language-sh">make &amp;&amp; make install\n# done</code></pre><hr>
			<table><tr><th>k</th><th>v</th></tr><tr><td>1</td><td>2</td></tr></table>`;
		expect(htmlToMarkdown(html)).toBe(
			[
				"## What",
				"One **bold** *word*, `x < y` and ~~gone~~.",
				"- a\n\n  3. b\n- [c](https://example.org/?a=1\\&b=2)",
				"```sh\nmake && make install\n# done\n```",
				"---",
				"| k | v |\n| - | - |\n| 1 | 2 |",
			].join("\n\n"),
		);
	});

	it("is not held up by formatting that begins again in every paragraph", () => {
		const html = Array.from({ length: 5000 }, (_, index) => `<b id=${index}><p>${index}`).join("");
		expect(htmlToMarkdown(html)).toMatch(/^0\n\n1\n\n2\n\n[\s\S]*\n\n4999$/);
		expect(htmlToMarkdown('<b class="x">Bold</b> and <code class="y">code</code>')).toBe("**Bold** and `code`");
	});

	it("drops scripts, styles, comments and event handlers, and keeps the words around them", () => {
		const html = `<p onclick="x()">a<!-- b --><script>c()</script><style>d{}</style><b onmouseover=e()>f</b></p>`;
		expect(htmlToMarkdown(html)).toBe("a**f**");
	});

	it("keeps the text of a link that leads nowhere safe", () => {
		const hrefs = [
			"javascript:alert(1)",
			" JaVaScript:x",
			"java\nscript:x",
			"data:text/html,x",
			"/public_key.txt",
			"slides.pdf",
		];
		expect(hrefs.map((href) => htmlToMarkdown(`<a href="${href}">text</a>`))).toEqual(hrefs.map(() => "text"));
	});

	it("gives an address without its scheme the one that its author meant", () => {
		const html = `<a href="github.com/Theano/Theano">a</a> <a href="www.samba.org">b</a> <a href="me@example.org">c</a> <a href="//example.org/x">d</a>`;
		const markdown =
			"[a](https://github.com/Theano/Theano) [b](https://www.samba.org) [c](mailto:me@example.org) [d](https://example.org/x)";
		expect(htmlToMarkdown(html)).toBe(markdown);
	});

	it("makes links of images and videos", () => {
		const html = `<img src="https://example.org/a.png" alt="A plot"><iframe src="https://example.org/v"></iframe><a href="https://example.org"><img src="https://example.org/b.png" alt="logo"></a>`;
		expect(htmlToMarkdown(html)).toBe(
			"[A plot](https://example.org/a.png)<https://example.org/v>[logo](https://example.org)",
		);
	});

	it("makes links of addresses that were typed as text, without the punctuation after them", () => {
		const html =
			"<p>See https://fyne.io, (www.example.org/a_(b)) or [docs](https://example.org/docs). Mail me@example.org!</p>";
		expect(htmlToMarkdown(html)).toBe(
			"See <https://fyne.io>, ([www.example.org/a\\_(b)](https://www.example.org/a_\\(b\\))) or [docs](https://example.org/docs). Mail <me@example.org>!",
		);
	});

	it("makes a list of lines that were typed as one", () => {
		const html =
			"<p>We look at:\n* the <em>first</em>\n* the second: https://example.org\n  and more\nThat is all.</p><p>1) one<br>\n2) two</p>";
		expect(htmlToMarkdown(html)).toBe(
			"We look at:\n\n- the *first*\n- the second: <https://example.org> and more\n\nThat is all.\n\n1. one\n2. two",
		);
	});

	it("keeps references a line each, and a single dash a dash", () => {
		expect(htmlToMarkdown("<p>See.\n[1] https://a.example\n[2] b</p><p>So\n- it is</p>")).toBe(
			"See.\\\n\\[1] <https://a.example>\\\n\\[2] b\n\nSo - it is",
		);
	});

	it("lets nothing that was text become markup", () => {
		const markdown = htmlToMarkdown(
			"<p># no heading</p><p>&lt;script&gt;x()&lt;/script&gt; **a** _b_ `c` [d](javascript:e)</p>",
		);
		expect(parseMarkdown(markdown)).toMatchObject({
			children: [
				{ type: "paragraph", children: [{ type: "text", value: "# no heading" }] },
				{
					type: "paragraph",
					children: [{ type: "text", value: "<script>x()</script> **a** _b_ `c` [d](javascript:e)" }],
				},
			],
		});
	});

	it("survives thousands of nested elements", () => {
		for (const tag of ["div", "b", "blockquote", "ul><li", "table><tr><td"]) {
			expect(htmlToMarkdown(`${`<${tag}>`.repeat(10_000)}still here`)).toContain("still here");
		}
	});

	it("never throws, and never leaves a script's address, whatever the HTML", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"<p>",
				"</p>",
				"<ul>",
				"<li>",
				"<a href='javascript:x'>",
				'<a href="https://x.example">',
				"</a>",
				"\n* ",
				"<br>",
			),
			fc.constantFrom(
				"<!--",
				"-->",
				"<pre>",
				"<code>",
				"<table><td>",
				"<script>",
				"&lt;",
				"&#0;",
				"[1]",
				"](",
				"`",
				"\\",
				"**",
			),
			fc.string({ unit: "grapheme", maxLength: 8 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const links = nodesOf(parseMarkdown(htmlToMarkdown(pieces.join(""))), "link");
				expect(links.filter(({ url }) => !/^(?:https?:|mailto:)/.test(url))).toEqual([]);
			}),
		);
	});
});

describe("plainTextToMarkdown", () => {
	it("takes every character literally and keeps paragraphs", () => {
		expect(plainTextToMarkdown("a < b & *c*\n\nSee https://example.org.")).toBe(
			"a < b & \\*c\\*\n\nSee <https://example.org>.",
		);
	});
});

const FILES = [
	"fosdem-2026.as-of-2026-01-18",
	"fosdem-2026.as-of-2026-01-30",
	"fosdem-2026.as-of-2026-03-20",
	"fosdem-2025",
];
// What they hold in the place of an address; no reader could follow it.
const BROKEN = ["LaSuite Docs", "/public_key.txt", "/ggerganov/llama.cpp", "/software/river/", "/reading/", "/poetry/"];

// The files of one conference share most of their texts.
const seen = new Set<string>();

for (const name of FILES) {
	const path = `../shared/schedules/${name}.xml`;
	const found = existsSync(path);
	describe.skipIf(!found)(`the texts of ${name}${found ? "" : ` (skipped: there is no ${path})`}`, () => {
		it("lose no link and no item of a list", async () => {
			const { schedule } = await parseFrabXml(textChunks(await readFile(path)));
			const texts = [...schedule.talks.map((talk) => talk.abstract), ...schedule.speakers.map((one) => one.biography)];
			const unseen = texts.filter(({ text }) => !seen.has(text));
			for (const { text } of texts) seen.add(text);
			const lost = unseen.flatMap(({ text }) => {
				const tree = parseMarkdown(htmlToMarkdown(text));
				const urls = new Set(nodesOf(tree, "link").map(({ url }) => normalised(url)));
				const hrefs = [...text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(
					([, href]) => href?.replaceAll("&amp;", "&") ?? "",
				);
				const links = hrefs.filter((href) => !BROKEN.includes(href) && !urls.has(normalised(href)));
				const items = (text.match(/<li>/g)?.length ?? 0) - nodesOf(tree, "listItem").length;
				const isWorse =
					nodesOf(tree, "link").length < hrefs.filter((href) => !BROKEN.includes(href)).length || items > 0;
				return links.length > 0 || isWorse ? [{ text: text.slice(0, 200), links, items }] : [];
			});
			expect(lost).toEqual([]);
		});
	});
}

const normalised = (url: string) => url.replace(/^(?:https:\/\/|mailto:|email:)/, "");

function nodesOf<Type extends RootContent["type"]>(tree: Root, type: Type): Extract<RootContent, { type: Type }>[] {
	const found: RootContent[] = [];
	const visit = (node: Root | RootContent) => {
		if (node.type === type) found.push(node);
		if ("children" in node) node.children.forEach(visit);
	};
	visit(tree);
	return found as Extract<RootContent, { type: Type }>[];
}
