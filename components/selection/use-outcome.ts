"use client";

import { useEffect, useState } from "react";
import { undoLatest } from "@/components/keyboard/undo";
import { MARK_LABELS, type MarkStatus } from "@/lib/marks/status";
import { formatCount } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";

/** What came of something done with many talks. */
export type Outcome = {
	readonly text: string;
	/** Whether it is what undoing takes back now. */
	readonly canUndo?: boolean;
};

/** What was done last, and the way to take it back until something else is done. */
export function useOutcome() {
	"use memo";
	const [outcome, showOutcome] = useState<Outcome | null>(null);

	useEffect(() => {
		// A single mark is then the last thing done, and its undo is that of the keys.
		const forget = (event: Event) => {
			const { target } = event;
			const isMark = event.type === "click" && target instanceof Element && target.closest(".marks");
			if (isMark || (event instanceof KeyboardEvent && event.key === "u")) showOutcome(null);
		};
		document.addEventListener("click", forget);
		document.addEventListener("keydown", forget);
		return () => {
			document.removeEventListener("click", forget);
			document.removeEventListener("keydown", forget);
		};
	}, []);

	return { outcome, say: showOutcome, undo: async () => showOutcome({ text: await undoLatest() }) };
}

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
