"use client";

import { Plus } from "lucide";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { onTakeawayRequest } from "./add-takeaway";
import { newTakeawayId } from "./draft";
import { type Removed, takeawayDeeds } from "./takeaway-deeds";
import { limitProblem } from "./takeaway-limits";
import { TakeawayRow } from "./takeaway-row";
import type { ApplyEdit } from "./use-draft-edits";
import { useDraggedRows } from "./use-dragged-rows";

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
	const list = useRef<HTMLOListElement>(null);
	const live = useRef<HTMLParagraphElement>(null);
	const [firstId] = useState(newTakeawayId);
	const [currentId, setCurrent] = useState("");
	const [removed, setRemoved] = useState<Removed | null>(null);
	const [deeds] = useState(() => takeawayDeeds({ apply, firstId, tell, setCurrent, setRemoved }));
	const shown = takeaways.length > 0 ? takeaways : [{ id: firstId, text: "" }];
	const problem = limitProblem(takeaways);

	function tell(words: string) {
		const place = live.current;
		// The same words once more are heard only where they differ.
		if (place) place.textContent = place.textContent === words ? `${words}\u00a0` : words;
	}

	// What moves in the page, or is new there, has no focus of its own.
	useLayoutEffect(() => {
		const goal = deeds.goal();
		// By its place: the page was made without knowing the first one's id.
		const row = goal && list.current?.children[shown.findIndex(({ id }) => id === goal.id)];
		if (!row) return;
		deeds.clearGoal();
		const field = row.querySelector("textarea");
		const button = row.querySelector<HTMLButtonElement>(`[data-step="${goal.button}"]:enabled`);
		(button ?? field)?.focus();
		if (!button && goal.caret !== undefined) field?.setSelectionRange(goal.caret, goal.caret);
	});

	useEffect(() => {
		// What comes before the note is known waits for it.
		if (!isReadOnly) return onTakeawayRequest(talkId, deeds.take);
	}, [talkId, isReadOnly, deeds]);

	useDraggedRows(list, shown, deeds);

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
