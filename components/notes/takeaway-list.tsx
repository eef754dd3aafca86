"use client";

import { Plus } from "lucide";
import { useEffect, useLayoutEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { onTakeawayRequest } from "./add-takeaway";
import { limitProblem } from "./takeaway-limits";
import { TakeawayRow } from "./takeaway-row";
import type { ApplyEdit } from "./use-draft-edits";
import { useDraggedRows } from "./use-dragged-rows";
import { type Goal, useTakeawayDeeds } from "./use-takeaway-deeds";

type Props = {
	talkId: number;
	takeaways: readonly Takeaway[];
	isReadOnly: boolean;
	watchPath: string;
	apply: ApplyEdit;
};

/**
 * The key takeaways, one field each. Enter adds the next, Backspace at the beginning goes back, Alt+↑/↓ and a drag move, a
 * pasted list becomes several; what was done is said to screen readers.
 */
export function TakeawayList({ talkId, takeaways, isReadOnly, watchPath, apply }: Props) {
	"use memo";
	const list = useRef<HTMLOListElement>(null);
	const live = useRef<HTMLParagraphElement>(null);
	const goal = useRef<Goal>(null);
	const { deeds, firstId, currentId, removed } = useTakeawayDeeds(apply, tell, goal);
	const shown = takeaways.length > 0 ? takeaways : [{ id: firstId, text: "" }];
	const problem = limitProblem(takeaways);

	function tell(words: string) {
		const place = live.current;
		// The same words once more are heard only where they differ.
		if (place) place.textContent = place.textContent === words ? `${words}\u00a0` : words;
	}

	// What moves in the page, or is new there, has no focus of its own.
	useLayoutEffect(() => {
		const wanted = goal.current;
		const row = wanted && list.current?.querySelector(`[data-takeaway="${wanted.id}"]`);
		if (!row) return;
		goal.current = null;
		const field = row.querySelector("textarea");
		const button = row.querySelector<HTMLButtonElement>(`[data-step="${wanted.button}"]:enabled`);
		(button ?? field)?.focus();
		if (!button && wanted.caret !== undefined) field?.setSelectionRange(wanted.caret, wanted.caret);
	});

	useEffect(() => {
		// What comes before the note is known waits for it.
		if (!isReadOnly) return onTakeawayRequest(talkId, deeds.take);
	}, [talkId, isReadOnly, deeds]);

	useDraggedRows(list, shown, deeds.drop);

	return (
		<section aria-labelledby="takeaways">
			<h2 id="takeaways" className="mb-2 text-lg font-bold">
				Key takeaways
			</h2>
			<p ref={live} aria-live="polite" className="sr-only" />
			<div className="note-sheet">
				<ol ref={list}>
					{shown.map((takeaway, index) => (
						<TakeawayRow
							key={takeaway.id}
							takeaway={takeaway}
							number={index + 1}
							isLast={index === shown.length - 1}
							isPlaceholder={shown.length === 1 && takeaway.text === "" && takeaway.time === undefined}
							isReadOnly={isReadOnly}
							isCurrent={takeaway.id === currentId}
							watchPath={watchPath}
							deeds={deeds}
						/>
					))}
				</ol>
				<button className="takeaway-add" type="button" disabled={isReadOnly} onClick={deeds.add}>
					<Icon icon={Plus} /> Add a takeaway
				</button>
			</div>
			{removed && (
				<button className="link mt-1 min-h-11 max-w-full truncate" type="button" onClick={() => deeds.putBack(removed)}>
					Put back {removed.takeaway.text ? `“${removed.takeaway.text}”` : "the removed takeaway"}
				</button>
			)}
			{problem && <p className="mt-2 text-problem">{problem}</p>}
		</section>
	);
}
