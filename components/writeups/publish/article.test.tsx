import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "@/lib/writeups/options";
import { EMPTY_CONTENT } from "@/lib/writeups/types";
import { Article } from "./article";

const drawn = (prose: readonly string[]) =>
	renderToStaticMarkup(
		<Article
			content={{
				...EMPTY_CONTENT,
				sections: prose.map((text, index) => ({ id: `${index}`, heading: "", prose: text, items: [] })),
			}}
			talks={new Map()}
			options={DEFAULT_OPTIONS}
			publication={{
				token: "t",
				authorName: "",
				isIndexed: false,
				canonicalUrl: null,
				publishedAt: new Date("2026-03-01T12:00:00Z"),
			}}
		/>,
	);

test("tables of many sections are drawn until a page has as many cells as it may, then shown as typed", () => {
	const table = `|a|b|c|\n|-|-|-|\n${"|x|y|z|\n".repeat(1_000)}`;
	const page = drawn(Array(100).fill(table));
	expect(page.match(/<table>/g)?.length).toBeGreaterThan(1);
	expect(page.match(/<td/g)?.length).toBeLessThan(30_000);
	expect(page.match(/\|x\|y\|z\|/g)?.length).toBeGreaterThan(50_000);
	expect(page.length).toBeLessThan(2_000_000);
});
