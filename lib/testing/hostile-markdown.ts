import fc from "fast-check";

const PIECES = [
	..."# ## ### ###### - * + 1. 1) 2. > >> ` `` ``` ~~~ ~ ~~ _ __ ** *** --- +++ === *** ___ | \\ \\\\ & &amp; &lt; &#35; : :: ! ( ) [ ] <".split(
		" ",
	),
	"[x]",
	"[ ]",
	"[a]",
	"[a][b]",
	"[a]: https://a.org/a",
	'[b]: <https://b.org> "title"',
	"[a](https://c.org)",
	"[a](<x y> 'z')",
	"[a](javascript:x)",
	"![i](https://i.org/i.png)",
	"![i][a]",
	"[^1]",
	"[^1]: note",
	"[^a-b]: note",
	"https://d.org/(x)",
	"http://e.org?a=b&c",
	"www.f.org",
	"g@h.org",
	"mailto:g@h.org",
	"<https://i.org>",
	"<j@k.org>",
	"<!--",
	"-->",
	"<details>",
	"</details>",
	"<script>",
	"<b>",
	"<br/>",
	"<?php",
	"<![CDATA[",
	"**Key takeaways:**",
	"### Talk",
	"title: x",
	"| a | b |",
	"| - | - |",
	"snake_case_word",
	"a*b*c",
	"word",
	"C#",
	"«é»",
	"日本語",
	"שלום",
	"👩‍💻",
	"\u00a0",
	"\u200b",
	"\ufeff",
	"\u2028",
	"\f",
	"\t",
	"\0",
	"    ",
	"  ",
	"",
];

const piece = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom(...PIECES) },
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);

/** One line of Markdown's own characters in all kinds of wrong places, for property-based tests. */
export const hostileLine: fc.Arbitrary<string> = fc
	.array(fc.tuple(piece, fc.constantFrom("", " ")), { maxLength: 8 })
	.map((pieces) =>
		pieces
			.map(([text, gap]) => text + gap)
			.join("")
			.replace(/[\r\n\u2028\u2029]/g, " "),
	);

/** Lines of it, indented and broken in all kinds of ways. */
export const hostileMarkdown: fc.Arbitrary<string> = fc
	.array(
		fc.tuple(
			fc.constantFrom("", "", "", "word ", " ", "   ", "    ", "\t", "- ", "> ", "> > ", "1. ", "  - "),
			hostileLine,
			fc.constantFrom("\n", "\n", "\n\n", "\r\n", "  \n", "\\\n"),
		),
		{ maxLength: 10 },
	)
	.map((lines) => lines.map((line) => line.join("")).join(""));
