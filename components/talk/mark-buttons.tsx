"use client";

import { useMark, useMarkProblem } from "@/components/visitor/use-visitor";
import { setMark } from "@/components/visitor/visitor-store";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";

type Props = {
	talkId: number;
	title: string;
	/** The mark where the server knew it. */
	initial?: MarkStatus | null;
};

/** The visitor's mark for a talk: three buttons of which at most one is pressed. */
export function MarkButtons({ talkId, title, initial = null }: Props) {
	const mark = useMark(talkId, initial);
	const problem = useMarkProblem(talkId);
	return (
		<fieldset className="marks" aria-label={`Your mark for ${title}`}>
			{MARK_STATUSES.map((status) => (
				<button
					key={status}
					type="button"
					className="mark"
					value={status}
					aria-pressed={mark === status}
					onClick={() => setMark(talkId, mark === status ? null : status)}
				>
					{MARK_LABELS[status]}
				</button>
			))}
			{problem && <span className="mark-problem">{problem}</span>}
		</fieldset>
	);
}
