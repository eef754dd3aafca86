import { isDeepStrictEqual } from "node:util";
import type { ScheduledText } from "./scheduled-values";

/** What an edit does to a row: the columns' new values, and what then stands beside them. */
export type EditPlan<State> = {
	/** What is shown from now on, of the fields that change. */
	readonly values: Partial<State>;
	/** What the schedule says of the fields that are edited from now on. */
	readonly scheduled: Partial<State>;
};

type EditRequest<State> = {
	/** What the row shows. */
	readonly current: State;
	/** What the schedule says of the fields that were edited before. */
	readonly scheduled: Partial<State>;
	/** What is to be shown; fields that are missing stay. */
	readonly wanted: Partial<State>;
	/** Whether a schedule has this row. Of one that was made by hand there is nothing to keep beside it. */
	readonly isScheduled: boolean;
};

/**
 * Works out an edit: a field that shows what is wanted already is left alone, one that is wanted as the schedule says it is
 * no edit any more, and of every other one what the schedule says is kept. Null where nothing changes.
 */
export function planEdit<State extends object>(request: EditRequest<State>): EditPlan<State> | null {
	const { current, wanted, isScheduled } = request;
	const values: Partial<State> = {};
	const scheduled: Partial<State> = { ...request.scheduled };
	for (const field of Object.keys(wanted) as (keyof State)[]) {
		const value = wanted[field];
		if (value === undefined) continue;
		const scheduledValue = scheduled[field];
		if (field in scheduled && isSame(value, scheduledValue)) {
			values[field] = scheduledValue;
			delete scheduled[field];
		} else if (!isSame(value, current[field])) {
			values[field] = value;
			if (isScheduled && !(field in scheduled)) scheduled[field] = current[field];
		}
	}
	return Object.keys(values).length === 0 ? null : { values, scheduled };
}

/** What the schedule says of the fields of these names, to be wanted again. */
export function pickFields<State extends object>(scheduled: State, fields: readonly string[] | "all"): Partial<State> {
	if (fields === "all") return scheduled;
	return Object.fromEntries(Object.entries(scheduled).filter(([field]) => fields.includes(field))) as Partial<State>;
}

/** Whether two values of a field say the same; of texts only what they say counts, not how the schedule wrote it. */
export function isSame(one: unknown, other: unknown): boolean {
	if (isScheduledText(one) && isScheduledText(other))
		return normalizeMarkdown(one.markdown) === normalizeMarkdown(other.markdown);
	return isDeepStrictEqual(one, other);
}

/** A Markdown text as a form sends it: its own line ends, and nothing at its ends. */
export function normalizeMarkdown(text: string): string {
	return text.replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

function isScheduledText(value: unknown): value is ScheduledText {
	return typeof value === "object" && value !== null && "markdown" in value && typeof value.markdown === "string";
}
