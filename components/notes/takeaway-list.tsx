"use client";

import { Plus } from "lucide";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { newTakeawayId } from "./draft";
import { NoteSheet } from "./note-sheet";
import { createTakeawayActions, type Removed, type TakeawayActions } from "./takeaway-actions";
import { limitProblem } from "./takeaway-limits";
import { onTakeawayRequest } from "./takeaway-requests";
import { TakeawayRow } from "./takeaway-row";
import type { ApplyEdit } from "./use-draft-edits";

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
	const [actions] = useState(() => createTakeawayActions({ apply, firstId, announce, setCurrent, setRemoved }));
	const visibleTakeaways = takeaways.length > 0 ? takeaways : [{ id: firstId, text: "" }];
	const problem = limitProblem(takeaways);

	function announce(message: string) {
		const region = live.current;
		// The same words once more are heard only where they differ.
		if (region) region.textContent = region.textContent === message ? `${message}\u00a0` : message;
	}

	// What moves in the page, or is new there, has no focus of its own.
	useLayoutEffect(() => {
		const focusTarget = actions.goal();
		// By its place: the page was made without knowing the first one's id.
		const row = focusTarget && list.current?.children[visibleTakeaways.findIndex(({ id }) => id === focusTarget.id)];
		if (!row) return;
		actions.clearGoal();
		const field = row.querySelector("textarea");
		const button = row.querySelector<HTMLButtonElement>(`[data-step="${focusTarget.button}"]:enabled`);
		(button ?? field)?.focus();
		if (!button && focusTarget.caret !== undefined) field?.setSelectionRange(focusTarget.caret, focusTarget.caret);
	});

	useEffect(() => {
		// What comes before the note is known waits for it.
		if (!isReadOnly) return onTakeawayRequest(talkId, actions.take);
	}, [talkId, isReadOnly, actions]);

	useDraggedRows(list, visibleTakeaways, actions);

	return (
		<section aria-labelledby="takeaways">
			<h2 id="takeaways" className="mb-2 text-lg font-bold">
				Key takeaways
			</h2>
			<p ref={live} aria-live="polite" className="sr-only" />
			<NoteSheet>
				<ol ref={list}>
					{visibleTakeaways.map((takeaway, index) => (
						<TakeawayRow
							key={takeaway.id}
							takeaway={takeaway}
							number={index + 1}
							isLast={index === visibleTakeaways.length - 1}
							isPlaceholder={visibleTakeaways.length === 1 && takeaway.text === "" && takeaway.time === undefined}
							isReadOnly={isReadOnly}
							isCurrent={takeaway.id === currentId}
							watchPath={watchPath}
							actions={actions}
						/>
					))}
				</ol>
				<button
					className="flex min-h-11 w-full items-center gap-1.5 px-1.25 text-ink-soft group-data-loading/note:opacity-0 hover:text-accent focus-visible:-outline-offset-2"
					type="button"
					disabled={isReadOnly}
					onClick={actions.add}
				>
					<Icon icon={Plus} /> Add a takeaway
				</button>
			</NoteSheet>
			{removed && (
				<button
					className="link mt-1 min-h-11 max-w-full truncate"
					type="button"
					onClick={() => actions.putBack(removed)}
				>
					Put back {removed.takeaway.text ? `“${removed.takeaway.text}”` : "the removed takeaway"}
				</button>
			)}
			{problem && <p className="mt-2 text-problem">{problem}</p>}
		</section>
	);
}

/** Lets a list's rows be dragged. The library for it is fetched once the list is pointed at or gone to, not with every talk. */
function useDraggedRows(
	list: RefObject<HTMLElement | null>,
	takeaways: readonly Takeaway[],
	{ drop }: TakeawayActions,
): void {
	const [isWanted, setIsWanted] = useState(false);
	// The same takeaways in another order are the same elements.
	const members =
		isWanted && takeaways.length > 1
			? takeaways
					.map(({ id }) => id)
					.sort()
					.join(" ")
			: "";

	useEffect(() => {
		const element = list.current;
		const want = () => setIsWanted(true);
		element?.addEventListener("pointerover", want, { once: true });
		element?.addEventListener("focusin", want, { once: true });
		return () => {
			element?.removeEventListener("pointerover", want);
			element?.removeEventListener("focusin", want);
		};
	}, [list]);

	useEffect(() => {
		if (members === "") return;
		let stop: (() => void) | undefined;
		let isGone = false;
		void import("@/components/ui/drag-rows").then(
			({ dragRows }) => {
				if (isGone || !list.current) return;
				stop = dragRows(list.current, (_row, index, target) => drop(index, target));
			},
			// Without a server rows are moved by their buttons and keys.
			() => {},
		);
		return () => {
			isGone = true;
			stop?.();
		};
	}, [members, list, drop]);
}
