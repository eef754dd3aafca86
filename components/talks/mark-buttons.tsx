"use client";

import { useMark } from "@/components/visitor/use-visitor";
import { setMark } from "@/components/visitor/visitor-store";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";

type Props = {
	talkId: number;
	title: string;
	/** The mark where the server knew it. */
	initial?: MarkStatus | null;
};

/**
 * The visitor's mark for a talk: three buttons of which at most one is pressed. A day has 560 of these, so that each word
 * of their HTML weighs a kilobyte: what they look like is told by their place (see `.marks` in globals.css).
 */
export function MarkButtons({ talkId, title, initial = null }: Props) {
	const { mark, problem } = useMark(talkId, initial);
	return (
		// The name is put on once there is script, without which the buttons do nothing and are not shown: all titles a second
		// time are three kilobytes of a day.
		<fieldset className="marks" ref={(marks) => marks?.setAttribute("aria-label", `Your mark for ${title}`)}>
			{MARK_STATUSES.map((status) => (
				// biome-ignore lint/a11y/useButtonType: there is no form around that it could send
				<button
					key={status}
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
