import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { type RenderOptions, renderMarkdown } from "./render";

function html(markdown: string, options: Partial<RenderOptions> = {}): string {
	return renderToStaticMarkup(renderMarkdown(markdown, { headingLevel: 2, ...options }));
}

const REL = 'rel="nofollow noopener noreferrer ugc"';

describe("what Markdown becomes", () => {
	test("paragraphs, lists, emphasis and code are drawn as such", () => {
		expect(html("One *two* **three** `four`.\n\n- a\n- b\n\n1. c")).toBe(
			"<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p>\n" +
				"<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>",
		);
	});

	test("a table keeps its alignment", () => {
		expect(html("| a | b |\n| - | -: |\n| 1 | 2 |")).toBe(
			'<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead>' +
				'<tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
		);
	});

	test("a task's box cannot be pressed and has a name", () => {
		expect(html("- [x] done\n- [ ] open")).toBe(
			'<ul class="contains-task-list">\n' +
				'<li class="task-list-item"><input type="checkbox" disabled="" aria-label="Done" checked=""/> done</li>\n' +
				'<li class="task-list-item"><input type="checkbox" disabled="" aria-label="To do"/> open</li>\n</ul>',
		);
	});

	test("a fenced block keeps its language and an unclosed one ends with the text", () => {
		expect(html("```rust\nfn main() {}\n")).toBe('<pre><code class="language-rust">fn main() {}\n</code></pre>');
	});

	test("an empty text draws nothing", () => {
		expect(html(" \n\n")).toBe("");
	});
});

describe("headings", () => {
	test("the highest stands at the level asked for and the others keep their distance", () => {
		expect(html("# a\n## b\n# c", { headingLevel: 3 })).toBe("<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>");
		expect(html("### a\n#### b", { headingLevel: 2 })).toBe("<h3>a</h3>\n<h4>b</h4>");
	});

	test("none is deeper than level 6", () => {
		expect(html("# a\n## b\n### c", { headingLevel: 5 })).toBe("<h5>a</h5>\n<h6>b</h6>\n<h6>c</h6>");
	});

	test("those in quotations and lists sink too", () => {
		expect(html("> # a\n\n- # b", { headingLevel: 4 })).toBe(
			"<blockquote>\n<h4>a</h4>\n</blockquote>\n<ul>\n<li>\n<h4>b</h4>\n</li>\n</ul>",
		);
	});

	test("pasted front matter makes none", () => {
		expect(html("---\ntitle: a\nlayout: b\n---\n\nText")).toBe("<hr/>\n<p>title: a\nlayout: b</p>\n<hr/>\n<p>Text</p>");
	});
});

describe("links", () => {
	test("http, https and mail links are kept and marked as somebody else's", () => {
		expect(html("[a](http://x.org) <https://x.org> www.x.org [m](mailto:a@x.org)")).toBe(
			`<p><a href="http://x.org" ${REL}>a</a> <a href="https://x.org" ${REL}>https://x.org</a> ` +
				`<a href="http://www.x.org" ${REL}>www.x.org</a> <a href="mailto:a@x.org" ${REL}>m</a></p>`,
		);
	});

	test("any other link is its words alone", () => {
		expect(html("[a](javascript:alert(1)) [*b*](/x) [c](#main) [d](data:text/html,x) [e](ftp://x) [f](//x.org)")).toBe(
			"<p>a <em>b</em> c d e f</p>",
		);
	});

	test("an image is a link to it, and its words where it stands in a link", () => {
		expect(html("![a](https://x.org/a.png) ![](https://x.org/b.png) [![c](https://x.org/c.png)](https://x.org)")).toBe(
			`<p><a href="https://x.org/a.png" ${REL}>a</a> <a href="https://x.org/b.png" ${REL}>https://x.org/b.png</a> ` +
				`<a href="https://x.org" ${REL}>c</a></p>`,
		);
		expect(html("![a](data:image/png;base64,AAAA) ![b][c]\n\n[c]: https://x.org/d.png")).toBe(
			`<p>a <a href="https://x.org/d.png" ${REL}>b</a></p>`,
		);
	});
});

describe("several texts on one page", () => {
	const ids = (markup: string) => [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

	test("share no id, and every footnote leads to its own text and back", () => {
		const text = "One[^1] and two[^n].\n\n[^1]: First.\n[^n]: Second.";
		const [a, b] = [html(text, { idPrefix: "a-" }), html(text, { idPrefix: "b-" })];
		expect(ids(a)).toEqual(["a-fnref-1", "a-fnref-n", "a-footnote-label", "a-fn-1", "a-fn-n"]);
		expect(ids(b)).toEqual(ids(a).map((id) => id?.replace("a-", "b-")));
		const targets = [...a.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
		expect(targets.sort()).toEqual(["a-fn-1", "a-fn-n", "a-fnref-1", "a-fnref-n"]);
		expect(a).toContain('aria-describedby="a-footnote-label"');
		expect(a).toContain('<h2 class="sr-only" id="a-footnote-label">');
	});

	test("the footnotes' hidden heading stands at the level of the text's", () => {
		expect(html("a[^1]\n\n[^1]: b", { headingLevel: 5 })).toContain('<h5 class="sr-only" id="text-footnote-label">');
	});
});

describe("hostile text", () => {
	test("raw HTML is shown, never drawn", () => {
		expect(html("<script>alert(1)</script>")).toBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
		expect(html('a <img src=x onerror="alert(1)"> b')).toBe(
			"<p>a &lt;img src=x onerror=&quot;alert(1)&quot;&gt; b</p>",
		);
		expect(html("<details>\n\n- *a*\n")).toBe("<p>&lt;details&gt;</p>\n<ul>\n<li><em>a</em></li>\n</ul>");
	});

	test("an unclosed comment swallows nothing", () => {
		expect(html("<!-- a\n\nb")).toBe("<p>&lt;!-- a</p>\n<p>b</p>");
	});

	test.each([
		"[a](javascript:alert(1))",
		"[a](JaVaScRiPt:alert(1))",
		"[a](&#106;avascript:alert(1))",
		"[a](java\tscript:alert(1))",
		"[a](<java\nscript:alert(1)>)",
		"[a](\u0001javascript:alert(1))",
		"[a](vbscript:x)",
		"[a][b]\n\n[b]: javascript:alert(1)",
		"![a](javascript:alert(1))",
		"<javascript:alert(1)>",
		'[a](https://x.org "\\" onclick=alert(1) x=\\"")',
		'```"><script>alert(1)</script>\nx\n```',
		"a[^<script>]\n\n[^<script>]: b",
		'[^"onclick=1]: b\n\na[^"onclick=1]',
		"<svg/onload=alert(1)>",
		"<a href='javascript:alert(1)'>x</a>",
		"<style>*{display:none}</style>",
		"<iframe srcdoc='<script>alert(1)</script>'>",
	])("nothing runs: %s", (markdown) => {
		expectHarmless(html(markdown));
	});

	test("whatever is written, the result holds known elements, attributes and addresses alone", () => {
		fc.assert(
			fc.property(hostileMarkdown, (markdown) => expectHarmless(html(markdown))),
			runs(300),
		);
	});

	test("what is too large to be formatted is shown as it was typed, below a sentence that says so", () => {
		const table = `|${"a|".repeat(300)}\n|${"-|".repeat(300)}\n${"|b|\n".repeat(100)}`;
		expect(html(`*a*\n\n${table}`)).toBe(
			"<p><em>Some of this text is too large to be formatted and is shown as it was typed.</em></p>" +
				`<p><em>a</em></p>\n<p>${table.trim()}</p>`,
		);
	});

	test.each([">", "1. ", "[^a]:", "[a](", "**a_", "- ", "[ ]: "])(
		"100,000 characters of %j are drawn, not chewed on for minutes",
		(piece) => {
			expect(html(piece.repeat(100_000 / piece.length)).length).toBeGreaterThan(1_000);
		},
		20_000,
	);
});

const ELEMENTS =
	/^(?:a|blockquote|br|code|del|em|h[2-6]|hr|input|li|ol|p|pre|section|strong|sup|table|tbody|td|th|thead|tr|ul)$/;
const ATTRIBUTES =
	/^(?:aria-describedby|aria-label|checked|class|data-footnote-backref|data-footnote-ref|data-footnotes|disabled|href|id|rel|start|style|title|type)$/;

/** Reads markup as strictly as React writes it; what is not of this form would not be React's. */
function expectHarmless(markup: string): void {
	const rest = markup.replace(/<\/?([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)\/?>/g, (_tag, name, attributes) => {
		expect(name).toMatch(ELEMENTS);
		for (const [, key, value] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
			expect(key).toMatch(ATTRIBUTES);
			if (key === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:|#text-)/i);
			if (key === "id") expect(value).toMatch(/^text-/);
			if (key === "style") expect(value).toMatch(/^text-align:(?:left|right|center)$/);
		}
		return "";
	});
	expect(rest).not.toMatch(/[<>]/);
}
