import { isBlankTakeaway } from "@/lib/notes/content";
import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/recordings/clock";
import { timedRecording } from "@/lib/recordings/timed-address";
import type { MarkdownOptions } from "../options";
import { settleHeading, settleLine, settleTakeaway } from "./settle-line";
import { bulletList } from "./takeaways-label";
import { linkMarkdown } from "./talk-lines";
import type { CompiledTalk } from "./types";

type Links = CompiledTalk["links"];

/** Takeaways as settled lines, the moment that one is about before it, where that is asked for; blank ones are left out. */
export function takeawayLines(
	takeaways: readonly Takeaway[],
	links: Links,
	times: MarkdownOptions["times"],
	isOwn: boolean,
): string[] {
	return takeaways
		.filter((takeaway) => !isBlankTakeaway(takeaway))
		.map(({ text, time }) => stamp(time, links, times) + settleTakeaway(text, isOwn));
}

/** The moment of a recording as a takeaway begins with it: a link where the recording can be opened at it. */
export function stamp(time: number | undefined, links: Links, times: MarkdownOptions["times"]): string {
	if (time === undefined || times === "none") return "";
	const clock = formatClock(time);
	const url = times === "link" ? timedRecording(links, time) : null;
	return `${url ? linkMarkdown(url, clock) : clock} `;
}

/** The list under its label, with a heading's sign of that level where the label is one. */
export function labelledTakeaways(
	lines: readonly string[],
	{ takeawaysLabel, isLabelHeading, bullet }: MarkdownOptions,
	level: number,
): string {
	const list = bulletList(lines, bullet);
	if (isLabelHeading) return `${"#".repeat(level)} ${settleHeading(takeawaysLabel)}\n\n${list}`;
	return `${settleLine(takeawaysLabel, true)}\n${list}`;
}
