import { type RefObject, useState } from "react";
import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/recordings/clock";
import type { TakeawayRequest } from "./add-takeaway";
import { addTakeaway, type Draft, editTakeaway, moveTakeaway, newTakeawayId, removeTakeaway } from "./draft";
import {
	appendTakeaway,
	type Edited,
	joinWithPrevious,
	pasteTakeaways,
	splitTakeaway,
	timeTakeaway,
} from "./takeaway-edits";
import { IS_FULL, isFull } from "./takeaway-limits";
import type { PastedTakeaway } from "./takeaways-in";
import type { ApplyEdit } from "./use-draft-edits";

type Selection = { readonly start: number; readonly end: number };

/** What of a takeaway's row gets the focus once the page shows what was done: its field at a place, or a button. */
export type Goal = { readonly id: string; readonly caret?: number; readonly button?: string };

type Removed = { readonly takeaway: Takeaway; readonly index: number };

export type TakeawayDeeds = ReturnType<typeof useTakeawayDeeds>["deeds"];

/**
 * What keys, buttons, pastes and other parts of the page do with takeaways: each deed changes the draft, says what it did,
 * and where the focus goes. They stay the same for as long as the list is there, or every row would be drawn with every key.
 */
export function useTakeawayDeeds(apply: ApplyEdit, tell: (words: string) => void, goal: RefObject<Goal | null>) {
	"use memo";
	// A field stands there before the first takeaway does; what is done to it makes it that takeaway.
	const [firstId] = useState(newTakeawayId);
	const [currentId, setCurrentId] = useState("");
	const [removed, setRemoved] = useState<Removed | null>(null);

	const latest = () => apply((draft) => draft);
	const started = (draft: Draft) =>
		draft.takeaways.length > 0 ? draft : addTakeaway(draft, { id: firstId, text: "" });
	const numberOf = (id: string) => latest().takeaways.findIndex((each) => each.id === id) + 1;

	/** Whether the edit changed anything; goes where it says. */
	function go(edit: (draft: Draft) => Edited | null): boolean {
		const before = started(latest());
		const edited = edit(before);
		if (!edited || edited.draft === before) return false;
		goal.current = { id: edited.id, caret: edited.caret };
		apply(() => edited.draft);
		return true;
	}

	/** Says so where one more is too many. */
	function isTooMany(): boolean {
		const isSo = isFull(latest().takeaways);
		if (isSo) tell(IS_FULL);
		return isSo;
	}

	const deeds = {
		/** The row whose field has the focus, or had it last: one that is left keeps what stands below it in its place. */
		goTo: setCurrentId,

		edit(id: string, text: string) {
			apply((draft) => editTakeaway(started(draft), id, text));
		},

		/** Enter: one below, with what is behind the caret. */
		split(id: string, { start, end }: Selection) {
			const newId = newTakeawayId();
			if (!isTooMany() && go((draft) => splitTakeaway(draft, id, start, end, newId)))
				tell(`Takeaway ${numberOf(newId)} added.`);
		},

		add() {
			const id = newTakeawayId();
			if (!isTooMany() && go((draft) => ({ draft: addTakeaway(draft, { id, text: "" }), id, caret: 0 })))
				tell(`Takeaway ${numberOf(id)} added.`);
		},

		/** Backspace at the beginning; whether that does more than the field itself would. */
		eraseBack(id: string): boolean {
			const number = numberOf(id);
			const [first, second] = latest().takeaways;
			const isEmptyFirst = number === 1 && first?.text === "" && second !== undefined;
			const wasEmpty = latest().takeaways[number - 1]?.text === "";
			const isDone = isEmptyFirst
				? go((draft) => ({ draft: removeTakeaway(draft, id), id: second.id, caret: 0 }))
				: go((draft) => joinWithPrevious(draft, id));
			if (isDone) tell(`Takeaway ${number} ${wasEmpty ? "removed" : `joined to takeaway ${number - 1}`}.`);
			return isDone;
		},

		remove(id: string) {
			const { takeaways } = latest();
			const index = takeaways.findIndex((each) => each.id === id);
			const takeaway = takeaways[index];
			if (!takeaway) return;
			const isBlank = takeaway.text.trim() === "" && takeaway.time === undefined;
			setRemoved(isBlank ? null : { takeaway, index });
			const neighbour = takeaways[index - 1] ?? takeaways[index + 1];
			goal.current = { id: neighbour?.id ?? firstId, caret: neighbour?.text.length ?? 0 };
			apply((draft) => removeTakeaway(draft, id));
			tell(`Takeaway ${index + 1} removed.`);
		},

		putBack({ takeaway, index }: Removed) {
			setRemoved(null);
			goal.current = { id: takeaway.id, caret: takeaway.text.length };
			apply((draft) => ({ ...draft, takeaways: draft.takeaways.toSpliced(index, 0, takeaway) }));
			tell(`Takeaway ${numberOf(takeaway.id)} is back.`);
		},

		/** By a button, which keeps the focus, or by a key in the field. */
		move(id: string, places: 1 | -1, button?: string) {
			const from = numberOf(id);
			const { length } = latest().takeaways;
			if (from === 0 || from + places < 1 || from + places > length) return;
			goal.current = button === undefined ? { id } : { id, button };
			apply((draft) => moveTakeaway(draft, id, places));
			tell(`Takeaway ${from} moved ${places < 0 ? "up" : "down"}, now ${from + places} of ${length}.`);
		},

		/** Puts it to an index of the list as it is without it. */
		drop(id: string, target: number) {
			const from = numberOf(id);
			const to = target + 1;
			if (from === 0 || from === to) return;
			apply((draft) => moveTakeaway(draft, id, to - from));
			tell(`Takeaway ${from} moved ${to < from ? "up" : "down"}, now ${to} of ${latest().takeaways.length}.`);
		},

		paste(id: string, selection: Selection, pasted: readonly PastedTakeaway[]) {
			const { length } = started(latest()).takeaways;
			const ids = [...pasted, null].map(newTakeawayId);
			if (!go((draft) => pasteTakeaways(draft, id, selection, pasted, ids))) return;
			const added = latest().takeaways.length - length;
			if (added > 0) tell(added === 1 ? "1 takeaway added." : `${added} takeaways added.`);
		},

		setTime(id: string, time: number | undefined) {
			goal.current = { id };
			apply((draft) => timeTakeaway(started(draft), id, time));
			tell(`Takeaway ${numberOf(id)} ${time === undefined ? "has no time" : `is at ${formatClock(time)}`}.`);
		},

		/** What something beside the editor asks for. */
		take({ text, time }: TakeawayRequest) {
			const { takeaways } = latest();
			if (isFull(takeaways) && takeaways.at(-1)?.text.trim() !== "") return tell(IS_FULL);
			const line = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
			const seconds = time === undefined ? {} : { time: Math.floor(time) };
			const edited = appendTakeaway(latest(), { id: newTakeawayId(), text: line, ...seconds });
			goal.current = { id: edited.id, caret: edited.caret };
			apply(() => edited.draft);
			const at = time === undefined ? "" : ` at ${formatClock(time)}`;
			tell(`Takeaway ${edited.draft.takeaways.length} added${at}.`);
		},
	};

	return { deeds, firstId, currentId, removed };
}
