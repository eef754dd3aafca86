import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { parseMarkdown } from "@/lib/markdown/parse";
import { isBlankTakeaway } from "../content";
import type { Takeaway } from "../types";
import { oneLine } from "./one-line";
import { isSurelyParagraph, readsTheSameAnywhere, verbatim } from "./verbatim";

/** The line above a talk's takeaways; the list follows it without a blank line. */
export const KEY_TAKEAWAYS: Paragraph = {
	type: "paragraph",
	children: [{ type: "strong", children: [{ type: "text", value: "Key takeaways:" }] }],
};

/** A note's takeaways under their label; nothing where there are none. */
export function takeawayBlocks(takeaways: readonly Takeaway[]): RootContent[] {
	const written = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	if (written.length === 0) return [];
	const list: List = { type: "list", ordered: false, spread: false, children: written.map(toItem) };
	return [KEY_TAKEAWAYS, list];
}

/** Inline Markdown stays such; what would be a block, such as a heading or a task, is text. */
function toItem(takeaway: Takeaway): ListItem {
	const source = oneLine(takeaway.text);
	if (isSurelyParagraph(source)) return item(verbatim(source));
	const [block, ...others] = parseMarkdown(source).children;
	if (block?.type !== "paragraph" || others.length > 0) {
		return item({ type: "paragraph", children: [{ type: "text", value: source }] });
	}
	const isTask = source.startsWith("[");
	return item(!isTask && readsTheSameAnywhere(block, source) ? verbatim(source) : block);
}

function item(content: ListItem["children"][number]): ListItem {
	return { type: "listItem", spread: false, children: [content] };
}
