"use client";

import { Check, EyeOff, Star } from "lucide";
import { Icon } from "@/components/ui/icon";
import { markOf, setMarks } from "@/components/visitor/visitor-store";
import { formatTalkCount } from "@/lib/talks/amount";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";
import type { Outcome } from "./use-outcome";
import { formatMarked } from "./words";

const ICONS = { MUST_SEE: Star, WATCHED: Check, MISSED: EyeOff };

type MarkSelectedProps = { talkIds: readonly number[]; onDone: (outcome: Outcome) => void };

/** One mark for all of them, or none. */
export function MarkSelected({ talkIds, onDone }: MarkSelectedProps) {
	"use memo";
	function mark(status: MarkStatus | null) {
		// What is so already needs no entry in the log.
		const changed = talkIds.filter((talkId) => markOf(talkId) !== status);
		setMarks(changed.map((talkId) => ({ talkId, status })));
		onDone({ text: formatMarked(status, changed.length, talkIds.length), canUndo: changed.length > 0 });
	}
	return (
		<span className="selection-group">
			{MARK_STATUSES.map((status) => (
				<button key={status} className="button" type="button" data-mark={status} onClick={() => mark(status)}>
					<Icon icon={ICONS[status]} /> {MARK_LABELS[status]}
				</button>
			))}
			<button
				className="button"
				type="button"
				aria-label={`Take the marks of ${formatTalkCount(talkIds.length)} away`}
				onClick={() => mark(null)}
			>
				No mark
			</button>
		</span>
	);
}
