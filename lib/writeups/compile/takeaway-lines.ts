import { isBlankTakeaway } from "@/lib/notes/content";
import type { Takeaway } from "@/lib/notes/types";
import { findTimedRecording } from "@/lib/recordings/timed-url";
import { formatClock } from "@/lib/time/clock";
import type { MarkdownOptions } from "../options";
import { normalizeHeading, normalizeLine, normalizeTakeaway } from "./normalize-line";
import { writeBulletList } from "./takeaways-label";
import { toLinkMarkdown } from "./talk-lines";
import type { CompiledTalk } from "./types";

type Links = CompiledTalk["links"];

/** Takeaways as settled lines, the moment that one is about before it, where that is asked for; blank ones are left out. */
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

/** The moment of a recording as a takeaway begins with it: a link where the recording can be opened at it. */
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
