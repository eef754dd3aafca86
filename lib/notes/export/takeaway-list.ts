import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import { parseMarkdown } from "@/lib/markdown/parse";
import { formatClock } from "@/lib/recordings/clock";
import { timedRecording } from "@/lib/recordings/timed-address";
import { isBlankTakeaway } from "../content";
import type { Takeaway } from "../types";
import { oneLine } from "./one-line";
import type { ExportedLink } from "./types";
import { unnest } from "./unnest";
import { isSurelyParagraph, readsTheSameAnywhere, verbatim } from "./verbatim";

/** The line above a talk's takeaways; the list follows it without a blank line. */
export const KEY_TAKEAWAYS: Paragraph = {
	type: "paragraph",
	children: [{ type: "strong", children: [{ type: "text", value: "Key takeaways:" }] }],
};

/**
 * A note's takeaways under their label; nothing where there are none. The moment that one is about stands before it, as a
 * link where one of the talk's recordings can be opened at a moment.
 */
export function takeawayBlocks(takeaways: readonly Takeaway[], links: readonly ExportedLink[]): RootContent[] {
	const written = takeaways.filter((takeaway) => !isBlankTakeaway(takeaway));
	if (written.length === 0) return [];
	const children = written.map((takeaway) => item([...stamp(takeaway, links), ...content(takeaway)]));
	const list: List = { type: "list", ordered: false, spread: false, children };
	return [KEY_TAKEAWAYS, list];
}

function stamp({ time }: Takeaway, links: readonly ExportedLink[]): PhrasingContent[] {
	if (time === undefined) return [];
	const clock: PhrasingContent = { type: "text", value: formatClock(time) };
	const url = timedRecording(links, time);
	return [url ? { type: "link", url, children: [clock] } : clock, { type: "text", value: " " }];
}

/** Inline Markdown stays such; what would be a block, such as a heading or a task, is text. */
function content(takeaway: Takeaway): PhrasingContent[] {
	const source = oneLine(takeaway.text);
	if (isSurelyParagraph(source)) return [verbatim(source)];
	const [block, ...others] = parseMarkdown(source).children;
	if (block?.type !== "paragraph" || others.length > 0) return [{ type: "text", value: source }];
	const isTask = source.startsWith("[");
	if (!isTask && readsTheSameAnywhere(block, source)) return [verbatim(source)];
	unnest(block);
	return block.children;
}

function item(children: PhrasingContent[]): ListItem {
	return { type: "listItem", spread: false, children: [{ type: "paragraph", children }] };
}
