import { expect, it } from "vitest";
import { tokenizeQuery } from "@/lib/text/normalize";
import { findFirstSpoken } from "./explain-matches";

const cues = ["Welcome.", "Today we talk", "about Käse and", "its rind.", "Cheese, käse."].map((text, index) => ({
	start: 10.9 * index,
	end: 10.9 * index + 5,
	text,
}));

function said(query: string) {
	const found = findFirstSpoken(cues, tokenizeQuery(query));
	return found && [found.time, found.quote.parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("")];
}

it("says where a word was said first, between what was said before and after", () => {
	expect(said("KASE")).toEqual([21, "Today we talk about [Käse] and its rind."]);
	expect(said("cheese rind")).toEqual([32, "about Käse and its [rind]. [Cheese], käse."]);
	expect(said("welcome")).toEqual([0, "[Welcome]. Today we talk"]);
	expect(said("cheese")).toEqual([43, "its rind. [Cheese], käse."]);
	expect(said("kraken")).toBeNull();
	expect(findFirstSpoken([], ["a"])).toBeNull();
});
