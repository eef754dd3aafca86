import type { List, Nodes } from "mdast";
import { isBlankTakeaway } from "@/lib/notes/content";
import type { Takeaway } from "@/lib/notes/types";
import { findTimedRecording } from "@/lib/recordings/timed-url";
import { formatClock } from "@/lib/time/clock";
import type { MarkdownOptions } from "../options";
import { normalizeHeading, normalizeLine, normalizeTakeaway } from "./normalize-line";
import { toLinkMarkdown } from "./talk-lines";
import type { CompiledTalk } from "./types";

export type Bullet = MarkdownOptions["bullet"];
type Links = CompiledTalk["links"];

/** Takeaways as normalized lines, the time that one is about before it, where that is asked for; blank ones are left out. */
export function writeTakeawayLines(
	takeaways: readonly Takeaway[],
	links: Links,
	times: MarkdownOptions["times"],
	isOwn: boolean,
): string[] {
	return takeaways
		.filter((takeaway) => !isBlankTakeaway(takeaway))
		.map(({ text, time }) => formatTimestamp(time, links, times) + normalizeTakeaway(text, isOwn));
}

/** The time in a recording as a takeaway begins with it: a link where the recording can be opened at it. */
export function formatTimestamp(time: number | undefined, links: Links, times: MarkdownOptions["times"]): string {
	if (time === undefined || times === "none") return "";
	const clock = formatClock(time);
	const url = times === "link" ? findTimedRecording(links, time) : null;
	return `${url ? toLinkMarkdown(url, clock) : clock} `;
}

/** The list under its label, with a heading's sign of that level where the label is one. */
export function writeLabelledTakeaways(
	lines: readonly string[],
	{ takeawaysLabel, isLabelHeading, bullet }: MarkdownOptions,
	level: number,
): string {
	const list = writeBulletList(lines, bullet);
	if (isLabelHeading) return `${"#".repeat(level)} ${normalizeHeading(takeawaysLabel)}\n\n${list}`;
	return `${normalizeLine(takeawaysLabel, true)}\n${list}`;
}

/** Takeaways, each a normalized line, as a list. */
export function writeBulletList(lines: readonly string[], bullet: Bullet): string {
	return lines.map((line, index) => `${bullet === "1." ? `${index + 1}.` : bullet} ${line}`).join("\n");
}

const TIED: ReadonlySet<string> = new Set(["break", "footnoteReference", "linkReference", "imageReference"]);

/** The items of a list that could be takeaways, each as one line of inline Markdown; null where something would be lost. */
export function parseListLines(
	list: List,
	source: string,
): { readonly lines: string[]; readonly bullet: Bullet } | null {
	const bullet = findBullet(list, source);
	if (!bullet || (list.ordered && list.start !== 1)) return null;
	const lines = list.children.map(({ children: [paragraph, ...others], checked }) => {
		const isSimple = paragraph?.type === "paragraph" && others.length === 0 && typeof checked !== "boolean";
		if (!isSimple || has(paragraph, TIED)) return "";
		const { start, end } = paragraph.position ?? {};
		return source.slice(start?.offset, end?.offset).replace(/[ \t]*\n[ \t]*/g, " ");
	});
	return lines.every((line) => normalizeTakeaway(line, true) !== "") ? { lines, bullet } : null;
}

function has(node: Nodes, types: ReadonlySet<string>): boolean {
	return types.has(node.type) || ("children" in node && node.children.some((child) => has(child, types)));
}

/** The sign of a list's first item; null for one that takeaways never have. */
export function findBullet(list: List, source: string): Bullet | null {
	const sign = /^(?:([-*+])|\d+(\.))/.exec(source.slice(list.position?.start.offset));
	return sign?.[1] ? (sign[1] as Bullet) : sign?.[2] ? "1." : null;
}
