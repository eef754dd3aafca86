import type { Takeaway } from "@/lib/notes/types";
import type { Draft } from "./draft";
import type { PastedTakeaway } from "./parse-takeaways";

/** Another draft, and where the caret belongs in it: in the takeaway `id`, before the character `caret`. */
export type Edited = { readonly draft: Draft; readonly id: string; readonly caret: number };

/**
 * The draft with the takeaway `id` cut in two where the selection from `start` to `end` was, the rest under `newId`. Its
 * time stays with what was before the caret; where nothing was, an empty takeaway comes before it instead.
 */
export function splitTakeaway(draft: Draft, id: string, start: number, end: number, newId: string): Edited {
	const index = draft.takeaways.findIndex((each) => each.id === id);
	const whole = draft.takeaways[index];
	if (!whole) return { draft, id, caret: 0 };
	const before = whole.text.slice(0, start).trimEnd();
	const after = whole.text.slice(end).trimStart();
	if (before === "" && after !== "")
		return {
			draft: replaceTakeaway(draft, index, [
				{ id: newId, text: "" },
				{ ...whole, text: after },
			]),
			id,
			caret: 0,
		};
	const parts = [
		{ ...whole, text: before },
		{ id: newId, text: after },
	];
	return { draft: replaceTakeaway(draft, index, parts), id: newId, caret: 0 };
}

/**
 * The draft with the takeaway `id` written on at the end of the one before. Null where nothing is before it, or where both
 * have a time, of which one would be lost.
 */
export function joinWithPrevious(draft: Draft, id: string): Edited | null {
	const index = draft.takeaways.findIndex((each) => each.id === id);
	const previous = draft.takeaways[index - 1];
	const joined = draft.takeaways[index];
	if (!previous || !joined) return null;
	if (joined.text !== "" && previous.time !== undefined && joined.time !== undefined) return null;
	const gap = previous.text === "" || joined.text === "" || /\s$/.test(previous.text) ? "" : " ";
	const time = previous.time ?? (joined.text === "" ? undefined : joined.time);
	const takeaways = draft.takeaways.toSpliced(
		index - 1,
		2,
		withTime({ id: previous.id, text: previous.text + gap + joined.text }, time),
	);
	return { draft: { ...draft, takeaways }, id: previous.id, caret: previous.text.length };
}

/**
 * The draft with takeaways pasted over the selection from `start` to `end` of the takeaway `id`: each stays whole, and what
 * stands before and behind the selection are takeaways of their own. Its id and its time stay with what is before, or with
 * the first that is pasted. `ids` are for the new ones: one more than are pasted.
 */
export function pasteTakeaways(
	draft: Draft,
	id: string,
	selection: { readonly start: number; readonly end: number },
	pasted: readonly PastedTakeaway[],
	ids: readonly string[],
): Edited {
	const index = draft.takeaways.findIndex((each) => each.id === id);
	const whole = draft.takeaways[index];
	if (!whole || pasted.length === 0) return { draft, id, caret: selection.end };
	const before = whole.text.slice(0, selection.start).trim();
	const after = whole.text.slice(selection.end).trim();
	const parts = [...(before === "" ? [] : [{ text: before }]), ...pasted, ...(after === "" ? [] : [{ text: after }])];
	const made = parts.map(({ text, time }: PastedTakeaway, partIndex) =>
		partIndex === 0
			? withTime({ id, text }, time ?? whole.time)
			: withTime({ id: ids[partIndex - 1] ?? "", text }, time),
	);
	const last = made[made.length - (after === "" ? 1 : 2)] ?? whole;
	return { draft: replaceTakeaway(draft, index, made), id: last.id, caret: last.text.length };
}

/** The draft with another time for the takeaway `id`, or none. */
export function timeTakeaway(draft: Draft, id: string, time: number | undefined): Draft {
	const index = draft.takeaways.findIndex((each) => each.id === id);
	const found = draft.takeaways[index];
	return found ? replaceTakeaway(draft, index, [withTime({ id, text: found.text }, time)]) : draft;
}

/** The draft with a takeaway at its end: in the last one, where that is empty and has no time. */
export function appendTakeaway(draft: Draft, takeaway: Takeaway): Edited {
	const last = draft.takeaways.at(-1);
	const isOver = last?.text.trim() === "" && last.time === undefined;
	const made = isOver ? { ...takeaway, id: last.id } : takeaway;
	const takeaways = [...(isOver ? draft.takeaways.slice(0, -1) : draft.takeaways), made];
	return { draft: { ...draft, takeaways }, id: made.id, caret: made.text.length };
}

function replaceTakeaway(draft: Draft, index: number, takeaways: readonly Takeaway[]): Draft {
	return { ...draft, takeaways: draft.takeaways.toSpliced(index, 1, ...takeaways) };
}

function withTime(takeaway: Takeaway, time: number | undefined): Takeaway {
	return time === undefined ? takeaway : { ...takeaway, time };
}
