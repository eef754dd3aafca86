import { toString as toPlainText } from "mdast-util-to-string";
import type { Takeaway } from "@/lib/notes/types";
import { parseClock } from "@/lib/time/clock";
import { type Bullet, formatTimestamp, parseListLines } from "../compile/takeaways";
import { isTakeawaysLabel } from "../compile/takeaways-label";
import type { CompiledTalk } from "../compile/types";
import type { MarkdownOptions } from "../options";
import type { Body, Range } from "./body";

export type LabelOptions = Pick<MarkdownOptions, "takeawaysLabel" | "isLabelHeading" | "bullet">;

export type FoundTakeaways = {
	readonly label: LabelOptions;
	/** In words that everybody uses for takeaways. */
	readonly isUsual: boolean;
	readonly lines: readonly string[];
	/** Where the text above them ends. */
	readonly textEnd: number;
};

/** The list under a label at the end of some blocks, where it can be takeaways without a loss. `level` is of a label that is a heading. */
export function findTakeawaysAtEnd(body: Body, { from, to }: Range, level: number): FoundTakeaways | null {
	const list = body.blocks[to - 1];
	const label = body.blocks[to - 2];
	if (to - 2 < from || list?.type !== "list" || !label) return null;
	const found = parseListLines(list, body.source);
	if (!found || (label.type !== "paragraph" && !(label.type === "heading" && label.depth === level))) return null;
	const words = label.type === "heading" ? body.heading(label) : body.slice(to - 2);
	if (words.includes("\n") || words.length > 200 || toPlainText(label).trim() === "") return null;
	return {
		label: { takeawaysLabel: words, isLabelHeading: label.type === "heading", bullet: found.bullet },
		isUsual: isTakeawaysLabel(label),
		lines: found.lines,
		textEnd: to - 2,
	};
}

/** What most of the lists have, of those with usual words, else of those that have the same words at least twice; null for none. */
export function findUsualLabel(all: readonly FoundTakeaways[]): LabelOptions | null {
	const usual = all.filter(({ isUsual }) => isUsual);
	const counts = new Map<string, { label: LabelOptions; count: number }>();
	for (const { label } of usual.length > 0 ? usual : all) {
		const entry = counts.get(JSON.stringify(label)) ?? { label, count: 0 };
		counts.set(JSON.stringify(label), { ...entry, count: entry.count + 1 });
	}
	const most = [...counts.values()].reduce((a, b) => (b.count > a.count ? b : a), {
		label: null,
		count: usual.length > 0 ? 0 : 1,
	} as {
		label: LabelOptions | null;
		count: number;
	});
	return most.label;
}

export function isSameLabel(a: LabelOptions, b: LabelOptions): boolean {
	return (
		a.takeawaysLabel === b.takeawaysLabel && a.isLabelHeading === b.isLabelHeading && a.bullet === (b.bullet as Bullet)
	);
}

type Links = CompiledTalk["links"];
export type Times = MarkdownOptions["times"];

/** A line as a takeaway, of the moment that stands before it exactly as it would be written there. */
export function parseTakeaway(line: string, id: string, links: Links, times: Times): Takeaway {
	const time = parseClock(/^\[?([\d:]+)/.exec(line)?.[1] ?? "");
	const begin = formatTimestamp(time ?? undefined, links, times);
	if (time === null || begin === "" || !line.startsWith(begin) || line.length === begin.length)
		return { id, text: line };
	return { id, text: line.slice(begin.length), time };
}

/** How moments stand before these lines: as links where there is one, else as a bare clock where there is one. */
export function detectTimes(all: readonly { readonly lines: readonly string[]; readonly links: Links }[]): Times {
	const isFound = (times: Times) =>
		all.some(({ lines, links }) => lines.some((line) => parseTakeaway(line, "", links, times).time !== undefined));
	return isFound("link") || !isFound("text") ? "link" : "text";
}
