import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { writeAtomFeed } from "./atom";
import { publicationSchema } from "./schema";
import { summarize, withoutComments } from "./summary";

describe("what a write-up is about", () => {
	it("is its description, else the beginning of its introduction, cut between words", () => {
		expect(summarize({ description: " My\ntalks ", intro: "Hello." })).toBe("My talks");
		expect(summarize({ description: "", intro: "<!--more-->\n\n**Hello** [there](https://a.org).\n\nMore." })).toBe(
			"Hello there.",
		);
		const long = summarize({ description: "", intro: "word ".repeat(100) });
		expect(long.length).toBeLessThanOrEqual(161);
		expect(long).toMatch(/^(?:word )+word…$/);
		expect(summarize({ description: "", intro: "" })).toBe("");
	});

	it("has no comments that are blocks of their own", () => {
		expect(withoutComments("One.\n\n<!--more-->\n\nTwo <!-- kept -->.")).toBe("One.\n\nTwo <!-- kept -->.");
	});
});

describe("the feed of what somebody published", () => {
	it("is well-formed whatever the titles hold, with an entry a write-up", () => {
		const at = new Date("2026-02-11T16:56:21Z");
		const entry = { description: "", intro: "<b> & ]]>", authorName: "A & <B>\0", publishedAt: at, updatedAt: at };
		const feed = writeAtomFeed(
			"t",
			[{ ...entry, token: "x", title: "A <title> & \u0001 more" }],
			"https://shelf.example",
		);
		const texts: string[] = [];
		const parser = new SaxesParser();
		parser.on("text", (text) => void (text.trim() && texts.push(text)));
		parser.on("error", (error) => {
			throw error;
		});
		parser.write(feed).close();
		expect(texts).toEqual([
			"https://shelf.example/w/feed/t",
			"Write-ups by A & <B>",
			at.toISOString(),
			"A & <B>",
			"https://shelf.example/w/x",
			"A <title> &  more",
			at.toISOString(),
			at.toISOString(),
			"A & <B>",
			"<b> & ]]>",
		]);
	});
});

it("takes addresses of the web alone", () => {
	const parse = (canonicalUrl: unknown) =>
		publicationSchema.safeParse({ authorName: " A\nda\0", isIndexed: false, canonicalUrl });
	expect(parse("https://blog.example/a b").data).toEqual({
		authorName: "A da",
		isIndexed: false,
		canonicalUrl: "https://blog.example/a%20b",
	});
	for (const wrong of ["javascript:alert(1)", "/w/x", "https://", "data:text/html,x", 5]) {
		expect(parse(wrong).success).toBe(false);
	}
	expect(parse(null).success).toBe(true);
});
