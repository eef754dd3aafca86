import { MAX_NODES_OF_FILE, parsingCost } from "@/lib/markdown/limits";
import type { Takeaway } from "@/lib/notes/types";
import type { WriteUpContent, WriteUpItem } from "../types";
import { normalizePlainProse } from "./plain-prose";
import type { CompiledTalk } from "./types";

/** Of all texts of a file; one note may stand in it thousands of times. */
const MAX_CHARACTERS = 10_000_000;

const LEFT_OUT = "*Left out: there is too much text for one file.*";

/**
 * A write-up whose texts together can be written and shown without holding everybody else up, in their order: those
 * beyond what is parsed stand there as they were typed, in a fence, and those beyond what a file holds are left out, a
 * sentence in their place.
 */
export function boundTexts(content: WriteUpContent, talks: ReadonlyMap<number, CompiledTalk>): WriteUpContent {
	let cost = 0;
	let characters = 0;
	const bounded = (text: string, more: readonly Takeaway[] = []): "whole" | "as typed" | "left out" => {
		characters += text.length + more.reduce((sum, takeaway) => sum + takeaway.text.length, 0);
		if (characters > MAX_CHARACTERS) return "left out";
		for (const each of [text, ...more.map((takeaway) => takeaway.text)])
			if (normalizePlainProse(each, 1) === null) cost += parsingCost(each);
		return cost > MAX_NODES_OF_FILE ? "as typed" : "whole";
	};
	const boundedText = (text: string): string => {
		const fits = bounded(text);
		return fits === "whole" || text === "" ? text : fits === "left out" ? LEFT_OUT : asTypedInFence(text);
	};
	const boundedItem = (item: WriteUpItem): WriteUpItem => {
		const note = item.talkId === null ? null : talks.get(item.talkId)?.note;
		const text = item.text ?? note?.text ?? "";
		const takeaways = item.takeaways ?? (note?.takeaways ?? []).filter(({ id }) => !item.leftOut.includes(id));
		const fits = bounded(text, takeaways);
		if (fits === "whole" || (text === "" && takeaways.length === 0)) return item;
		if (fits === "left out") return { ...item, text: LEFT_OUT, takeaways: [] };
		const lines = takeaways.map((takeaway) => `- ${takeaway.text}`).join("\n");
		return { ...item, text: asTypedInFence([text, lines].filter(Boolean).join("\n\n")), takeaways: [] };
	};
	const bound: WriteUpContent = {
		...content,
		intro: boundedText(content.intro),
		sections: content.sections.map((section) => ({
			...section,
			prose: boundedText(section.prose),
			items: section.items.map(boundedItem),
		})),
		outro: boundedText(content.outro),
	};
	// The same object where nothing is beyond: what was made of it before is still known.
	return cost > MAX_NODES_OF_FILE || characters > MAX_CHARACTERS ? bound : content;
}

/** A text as it was typed, in a fence; one that is all in a fence stays as it is. */
export function asTypedInFence(source: string): string {
	const longest = (source.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
	const [first = "", ...rest] = source.split("\n");
	const isFence =
		first === "`".repeat(longest) && rest.at(-1) === first && !rest.slice(0, -1).join("\n").includes(first);
	const fence = "`".repeat(longest + 1);
	return isFence ? source : `${fence}\n${source}\n${fence}`;
}
