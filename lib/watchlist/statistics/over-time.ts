import { Temporal } from "temporal-polyfill";
import { compareTexts } from "../list/order";
import { NOTHING, plus } from "./shares";
import { type OverTime, type Period, STEPS, type Step, type Viewing } from "./types";

/** More periods than that are too many to be read: then they are longer ones. */
const MOST_PERIODS = 26;

/**
 * When talks were watched, by week (from Monday), month or year: the shortest that makes a readable chart. Periods without
 * any are there too, from the first to the last; only where not even years do, those are left out.
 */
export function overTime(viewings: readonly Viewing[]): OverTime {
	const days = viewings.map(({ day }) => day).sort(compareTexts);
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return { step: "week", periods: [] };
	for (const step of STEPS) {
		const starts = startsBetween(periodOf(first, step), periodOf(last, step), step);
		if (starts) return { step, periods: periodsOf(viewings, step, starts) };
	}
	return { step: "year", periods: periodsOf(viewings, "year", []) };
}

/** The first day of the period that a day is in. */
export function periodOf(day: string, step: Step): string {
	if (step === "year") return `${day.slice(0, 4)}-01-01`;
	if (step === "month") return `${day.slice(0, 7)}-01`;
	const date = Temporal.PlainDate.from(day);
	return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Null where they are too many. */
function startsBetween(first: string, last: string, step: Step): string[] | null {
	const starts = [first];
	for (let at = Temporal.PlainDate.from(first); starts.at(-1) !== last; ) {
		if (starts.length === MOST_PERIODS) return null;
		at = at.add({ [`${step}s`]: 1 });
		starts.push(at.toString());
	}
	return starts;
}

function periodsOf(viewings: readonly Viewing[], step: Step, starts: readonly string[]): Period[] {
	const amounts = new Map(starts.map((start) => [start, NOTHING]));
	for (const { day, minutes } of viewings) {
		const start = periodOf(day, step);
		amounts.set(start, plus(amounts.get(start) ?? NOTHING, { talks: 1, minutes }));
	}
	return [...amounts].map(([start, amount]) => ({ start, ...amount })).sort((a, b) => compareTexts(a.start, b.start));
}
