import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { MAX_TEXT_LENGTH } from "@/lib/notes/limits";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { estimateNodes, MAX_CELLS, MAX_NODES } from "./limits";
import { parseMarkdown } from "./parse";

const countNodes = (node: Nodes): number =>
	1 + ("children" in node ? node.children.reduce((sum, child) => sum + countNodes(child), 0) : 0);

/** A text over and over again, as long as a note may be. */
const filled = (text: string) => text.repeat(Math.ceil(MAX_TEXT_LENGTH / text.length)).slice(0, MAX_TEXT_LENGTH);

test("no text has more nodes than are estimated from its signs", () => {
	const tenTimes = hostileMarkdown.map((text) => `${text}\n`.repeat(10));
	fc.assert(
		fc.property(tenTimes, (markdown) => {
			const root = fromMarkdown(markdown, {
				extensions: [gfm(), { disable: { null: ["htmlFlow", "htmlText"] } }],
				// Without task lists, whose reader throws on an empty item; they have no node of their own.
				mdastExtensions: gfmFromMarkdown().slice(0, -1),
			});
			expect(countNodes(root)).toBeLessThanOrEqual(estimateNodes(markdown));
		}),
		runs(200),
	);
});

describe("a text of the greatest length", () => {
	test("never becomes more nodes than are allowed, whatever it is filled with", () => {
		const pieces = fc.oneof(
			hostileMarkdown.filter((text) => text !== ""),
			fc.constantFrom(
				"\n\na",
				"> a\n\n",
				"- a\n",
				"# a\n",
				"*a* ",
				"`a` ",
				"[^1]: a\n\n",
				"- a\n  - b\n",
				"a@b.c ",
				"a\\\n",
			),
		);
		fc.assert(
			fc.property(pieces, (piece) => {
				expect(countNodes(parseMarkdown(filled(piece)))).toBeLessThanOrEqual(MAX_NODES);
			}),
			runs(50),
		);
	});

	test("is parsed where it is prose, with paragraphs, links and lists as people write them", () => {
		const paragraph = `${"A sentence of ten words stands for what people write. ".repeat(6)}See [a](https://x.org/y).\n\n`;
		const list = `${"- A takeaway that is as long as one mostly is, with *stress* on a word\n".repeat(5)}\n`;
		const root = parseMarkdown(filled(paragraph + list));
		expect(root.data).toBeUndefined();
		expect(root.children.length).toBeGreaterThan(200);
	});
});

describe("tables", () => {
	const row = (columns: number) => `|${"a|".repeat(columns)}\n`;
	const head = (columns: number) => `${row(columns)}|${"-|".repeat(columns)}\n`;

	test("are drawn as such up to thousands of cells", () => {
		expect(parseMarkdown(head(8) + row(8).repeat(400)).children.map(({ type }) => type)).toEqual(["table"]);
	});

	test("whose short rows would be filled up with too many cells stay as typed, and what is beside them does not", () => {
		const source = head(200) + row(1).repeat(MAX_CELLS / 200);
		const root = parseMarkdown(`# a\n\n${source}\nb\n\n${head(2)}`);
		expect(root.children.map(({ type }) => type)).toEqual(["heading", "paragraph", "paragraph", "table"]);
		expect(root.children[1]).toEqual({ type: "paragraph", children: [{ type: "text", value: source.trim() }] });
		expect(root.data).toEqual({ isTooLarge: true });
	});

	test("whose columns would be padded to a gigabyte stay as typed", () => {
		const source = `|a|b|\n|-|-|\n|${"long".repeat(5_000)}|b|\n${"|a|b|\n".repeat(100)}`;
		expect(parseMarkdown(source).children.map(({ type }) => type)).toEqual(["paragraph"]);
	});
});
