import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/time/clock";
import { addTakeaway, type Draft, editTakeaway, moveTakeaway, newTakeawayId, removeTakeaway } from "./draft";
import type { PastedTakeaway } from "./parse-takeaways";
import {
	appendTakeaway,
	type Edited,
	joinWithPrevious,
	pasteTakeaways,
	splitTakeaway,
	timeTakeaway,
} from "./takeaway-edits";
import { FULL_MESSAGE, isFull } from "./takeaway-limits";
import type { TakeawayRequest } from "./takeaway-requests";
import type { ApplyEdit } from "./use-draft-edits";

type Selection = { readonly start: number; readonly end: number };

/** What of a takeaway's row gets the focus once the page shows what was done: its field at a place, or a button. */
type FocusTarget = { readonly id: string; readonly caret?: number; readonly button?: string };

export type Removed = { readonly takeaway: Takeaway; readonly index: number };

type Options = {
	readonly apply: ApplyEdit;
	/** Of the field that stands there before the first takeaway does; what is done to it makes it that takeaway. */
	readonly firstId: string;
	/** Says to screen readers what was done. */
	readonly announce: (message: string) => void;
	/** Shows what can be done with this one: its field has the focus, or had it last. */
	readonly setCurrent: (id: string) => void;
	/** Offers to put it back. */
	readonly setRemoved: (removed: Removed | null) => void;
};

export type TakeawayActions = ReturnType<typeof createTakeawayActions>;

/**
 * What keys, buttons, pastes and other parts of the page do with takeaways: each deed changes the draft, says what it did,
 * and where the focus goes. Made once for a list, so that no row is drawn again for having got new ones.
 */
export function createTakeawayActions({ apply, firstId, announce, setCurrent, setRemoved }: Options) {
	let focusTarget: FocusTarget | null = null;

	const latest = () => apply((draft) => draft);
	const withFirstRow = (draft: Draft) =>
		draft.takeaways.length > 0 ? draft : addTakeaway(draft, { id: firstId, text: "" });
	const numberOf = (id: string) => latest().takeaways.findIndex((each) => each.id === id) + 1;

	/** Whether the edit changed anything; goes where it says. */
	function applyEdited(edit: (draft: Draft) => Edited | null): boolean {
		const before = withFirstRow(latest());
		const edited = edit(before);
		if (!edited || edited.draft === before) return false;
		focusTarget = { id: edited.id, caret: edited.caret };
		apply(() => edited.draft);
		return true;
	}

	/** Says so where one more is too many. */
	function refusesMore(): boolean {
		const isSo = isFull(latest().takeaways);
		if (isSo) announce(FULL_MESSAGE);
		return isSo;
	}

	return {
		setCurrent,

		/** Where the focus goes next; null where it stays. It is asked until the page shows the place. */
		goal: () => focusTarget,
		clearGoal() {
			focusTarget = null;
		},

		edit(id: string, text: string) {
			apply((draft) => editTakeaway(withFirstRow(draft), id, text));
		},

		/** Enter: one below, with what is behind the caret. */
		split(id: string, { start, end }: Selection) {
			const newId = newTakeawayId();
			if (!refusesMore() && applyEdited((draft) => splitTakeaway(draft, id, start, end, newId)))
				announce(`Takeaway ${numberOf(newId)} added.`);
		},

		add() {
			const id = newTakeawayId();
			if (!refusesMore() && applyEdited((draft) => ({ draft: addTakeaway(draft, { id, text: "" }), id, caret: 0 })))
				announce(`Takeaway ${numberOf(id)} added.`);
		},

		/** Backspace at the beginning; whether that does more than the field itself would. */
		eraseBack(id: string): boolean {
			const number = numberOf(id);
			const [first, second] = latest().takeaways;
			const isEmptyFirst = number === 1 && first?.text === "" && second !== undefined;
			const wasEmpty = latest().takeaways[number - 1]?.text === "";
			const isDone = isEmptyFirst
				? applyEdited((draft) => ({ draft: removeTakeaway(draft, id), id: second.id, caret: 0 }))
				: applyEdited((draft) => joinWithPrevious(draft, id));
			if (isDone) announce(`Takeaway ${number} ${wasEmpty ? "removed" : `joined to takeaway ${number - 1}`}.`);
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
			focusTarget = { id: neighbour?.id ?? firstId, caret: neighbour?.text.length ?? 0 };
			apply((draft) => removeTakeaway(draft, id));
			announce(`Takeaway ${index + 1} removed.`);
		},

		putBack({ takeaway, index }: Removed) {
			setRemoved(null);
			focusTarget = { id: takeaway.id, caret: takeaway.text.length };
			apply((draft) => ({ ...draft, takeaways: draft.takeaways.toSpliced(index, 0, takeaway) }));
			announce(`Takeaway ${numberOf(takeaway.id)} is back.`);
		},

		/** By a button, which keeps the focus, or by a key in the field. */
		move(id: string, offset: 1 | -1, button?: string) {
			const from = numberOf(id);
			const { length } = latest().takeaways;
			if (from === 0 || from + offset < 1 || from + offset > length) return;
			focusTarget = button === undefined ? { id } : { id, button };
			apply((draft) => moveTakeaway(draft, id, offset));
			announce(`Takeaway ${from} moved ${offset < 0 ? "up" : "down"}, now ${from + offset} of ${length}.`);
		},

		/** Puts one to an index of the list as it is without it. */
		drop(index: number, target: number) {
			const { takeaways } = latest();
			const id = takeaways[index]?.id;
			if (id === undefined || index === target) return;
			apply((draft) => moveTakeaway(draft, id, target - index));
			const way = target < index ? "up" : "down";
			announce(`Takeaway ${index + 1} moved ${way}, now ${target + 1} of ${takeaways.length}.`);
		},

		paste(id: string, selection: Selection, pasted: readonly PastedTakeaway[]) {
			const { length } = withFirstRow(latest()).takeaways;
			const ids = [...pasted, null].map(newTakeawayId);
			if (!applyEdited((draft) => pasteTakeaways(draft, id, selection, pasted, ids))) return;
			const added = latest().takeaways.length - length;
			if (added > 0) announce(added === 1 ? "1 takeaway added." : `${added} takeaways added.`);
		},

		setTime(id: string, time: number | undefined) {
			focusTarget = { id };
			apply((draft) => timeTakeaway(withFirstRow(draft), id, time));
			announce(`Takeaway ${numberOf(id)} ${time === undefined ? "has no time" : `is at ${formatClock(time)}`}.`);
		},

		/** What something beside the editor asks for. */
		take({ text, time }: TakeawayRequest) {
			const { takeaways } = latest();
			if (isFull(takeaways) && takeaways.at(-1)?.text.trim() !== "") return announce(FULL_MESSAGE);
			const line = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
			const seconds = time === undefined ? {} : { time: Math.floor(time) };
			const edited = appendTakeaway(latest(), { id: newTakeawayId(), text: line, ...seconds });
			focusTarget = { id: edited.id, caret: edited.caret };
			apply(() => edited.draft);
			const at = time === undefined ? "" : ` at ${formatClock(time)}`;
			announce(`Takeaway ${edited.draft.takeaways.length} added${at}.`);
		},
	};
}
