import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { toUrlKey } from "../read/url-key";
import { findUrls, hasLinkTo } from "./find-links";

const URL = "https://conf.example/talks/a";

test("a link is found in whatever signs it stands", () => {
	for (const text of [
		`[A](${URL})`,
		`Say ([it](http://www.conf.example/talks/a/)) once`,
		`<${URL}>`,
		`see ${URL} there`,
		"[A](https://conf\\.example/talks/a)",
		"[A](https://c&#111;nf.example/talks/a)",
		`[A][b]\n\n[b]: ${URL}`,
		`<a href="${URL}">A</a>`,
	]) {
		expect(hasLinkTo(text, [URL]), text).toBe(true);
	}
});

test("what only looks like a link is none", () => {
	for (const text of [
		`\`[A](${URL})\``,
		`    [A](${URL})`,
		`~~~\n[A](${URL})\n~~~`,
		`[A](https://conf.example/talks/b) conf.example`,
		`![A](${URL})`,
	]) {
		expect(hasLinkTo(text, [URL]), text).toBe(false);
	}
});

const piece = fc.constantFrom(
	...[
		`[A](${URL})`,
		`[a *b*](${URL}/)`,
		URL,
		`<${URL}>`,
		"`",
		"\\",
		"[",
		"]",
		"(",
		")",
		"!",
		"~~~",
		"\n",
		"\n\n",
		"    ",
	],
	...[
		"- ",
		"> ",
		"1. ",
		" ",
		"*",
		"_",
		"text",
		"&amp;",
		"https://x.org/",
		"[b]: ",
		"\t",
		"#",
		"<b>",
		"|",
		"[^1]",
		'"',
		"'",
	],
);

test("it is as the parser has it, with and without it", () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const text = pieces.join("");
			const keys = findUrls(text).map(toUrlKey);
			expect(hasLinkTo(text, [URL])).toBe(keys.includes(toUrlKey(URL)));
		}),
		runs(1_800),
	);
});
