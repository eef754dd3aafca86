import { Temporal } from "temporal-polyfill";
import { compareStrings } from "../list/order";
import { addAmounts, NO_AMOUNT } from "./shares";
import { type OverTime, type Period, STEPS, type Step, type Viewing } from "./types";

/** More periods than that are too many to be read: then they are longer ones. */
const MAX_PERIODS = 26;

/**
 * When talks were watched, by week (from Monday), month or year: the shortest that makes a readable chart. Periods without
 * any are there too, from the first to the last; only where not even years do, those are left out.
 */
export function countOverTime(viewings: readonly Viewing[]): OverTime {
	const days = viewings.map(({ day }) => day).sort(compareStrings);
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return { step: "week", periods: [] };
	for (const step of STEPS) {
		const starts = listPeriodStarts(startOfPeriod(first, step), startOfPeriod(last, step), step);
		if (starts) return { step, periods: countByPeriod(viewings, step, starts) };
	}
	return { step: "year", periods: countByPeriod(viewings, "year", []) };
}

/** The first day of the period that a day is in. */
export function startOfPeriod(day: string, step: Step): string {
	if (step === "year") return `${day.slice(0, 4)}-01-01`;
	if (step === "month") return `${day.slice(0, 7)}-01`;
	const date = Temporal.PlainDate.from(day);
	return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Null where they are too many. */
function listPeriodStarts(first: string, last: string, step: Step): string[] | null {
	const starts = [first];
	for (let at = Temporal.PlainDate.from(first); starts.at(-1) !== last; ) {
		if (starts.length === MAX_PERIODS) return null;
		at = at.add({ [`${step}s`]: 1 });
		starts.push(at.toString());
	}
	return starts;
}

function countByPeriod(viewings: readonly Viewing[], step: Step, starts: readonly string[]): Period[] {
	const amounts = new Map(starts.map((start) => [start, NO_AMOUNT]));
	for (const { day, minutes } of viewings) {
		const start = startOfPeriod(day, step);
		amounts.set(start, addAmounts(amounts.get(start) ?? NO_AMOUNT, { talks: 1, minutes }));
	}
	return [...amounts].map(([start, amount]) => ({ start, ...amount })).sort((a, b) => compareStrings(a.start, b.start));
}
