import { MARK_LABELS, type MarkStatus } from "@/lib/marks/status";
import { formatCount } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";

/** What became of marking `total` talks, of which `changed` were not marked so before. */
export function formatMarked(status: MarkStatus | null, changed: number, total: number): string {
	const label = status ? MARK_LABELS[status].toLowerCase() : "not marked";
	if (changed === 0)
		return total === 1 ? `It was ${label} already.` : `All ${formatCount(total)} were ${label} already.`;
	const rest = total - changed;
	const already = rest === 0 ? "" : ` ${formatCount(rest)} ${rest === 1 ? "was" : "were"} so already.`;
	if (status === null)
		return `Took the ${changed === 1 ? "mark" : "marks"} of ${formatTalkCount(changed)} away.${already}`;
	return `Marked ${formatTalkCount(changed)} ${label}.${already}`;
}

/** What became of putting a topic on `total` talks, or taking it off. */
export function formatTopicChange(topic: string, on: boolean, changed: number, total: number): string {
	if (changed === 0) {
		const were = total === 1 ? "It" : `All ${formatCount(total)}`;
		return on ? `${were} had the topic “${topic}” already.` : `None of them had the topic “${topic}”.`;
	}
	return on ? `Put “${topic}” on ${formatTalkCount(changed)}.` : `Took “${topic}” off ${formatTalkCount(changed)}.`;
}
