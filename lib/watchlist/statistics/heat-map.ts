import { Temporal } from "temporal-polyfill";
import type { TalkListItem } from "@/lib/talks/types";
import { compareStrings } from "../list/order";
import { addAmounts, NO_AMOUNT } from "./shares";
import type { HeatMap, HourCell } from "./types";

/** From noon of the next day on, what still runs is shown on that day. */
const LAST_HOUR = 35;
/** A schedule may claim any length; a talk is told for a week at most. */
const MAX_MINUTES = 7 * 24 * 60;

/**
 * The hours of a conference's days, on its own clocks, with the talks that run in each: one of 10:30 to 11:30 is in two.
 * What is after midnight belongs to the day before, as the schedule has it. An hour that the clocks show twice is one, with
 * the minutes of both.
 */
export function buildHeatMap(
	talks: readonly Pick<TalkListItem, "day" | "start" | "duration">[],
	timeZone: string,
): HeatMap {
	const cellsByDay = new Map<string, Map<number, HourCell>>();
	let [earliest, latest] = [LAST_HOUR, 0];
	for (const talk of talks) {
		const countedCells = new Set<string>();
		for (const { day, hour, minutes } of splitIntoHours(talk, timeZone)) {
			const cellsOfDay = cellsByDay.get(day) ?? new Map<number, HourCell>();
			const cellKey = `${day} ${hour}`;
			cellsOfDay.set(
				hour,
				addAmounts(cellsOfDay.get(hour) ?? NO_AMOUNT, { talks: countedCells.has(cellKey) ? 0 : 1, minutes }),
			);
			cellsByDay.set(day, cellsOfDay);
			countedCells.add(cellKey);
			earliest = Math.min(earliest, hour);
			latest = Math.max(latest, hour);
		}
	}
	const days = [...cellsByDay.keys()].sort(compareStrings);
	const hours = Array.from({ length: days.length > 0 ? latest - earliest + 1 : 0 }, (_, index) => earliest + index);
	return { days, hours, cells: days.map((day) => hours.map((hour) => cellsByDay.get(day)?.get(hour) ?? NO_AMOUNT)) };
}

type Slice = { readonly day: string; readonly hour: number; readonly minutes: number };

/** The parts of a talk by the clock's hours. One without a length has its first hour, and no minutes of it. */
function splitIntoHours(talk: Pick<TalkListItem, "day" | "start" | "duration">, timeZone: string): Slice[] {
	const first = Temporal.Instant.fromEpochMilliseconds(talk.start.getTime()).toZonedDateTimeISO(timeZone);
	const end = first.epochMilliseconds + Math.min(talk.duration, MAX_MINUTES) * 60_000;
	const conferenceDay = Temporal.PlainDate.from(talk.day);
	const slices: Slice[] = [];
	let at = first;
	do {
		const next = at.round({ smallestUnit: "hour", roundingMode: "floor" }).add({ hours: 1 });
		const minutes = (Math.min(next.epochMilliseconds, end) - at.epochMilliseconds) / 60_000;
		slices.push({ ...toDayAndHour(at, conferenceDay), minutes });
		at = next;
	} while (at.epochMilliseconds < end);
	return slices;
}

function toDayAndHour(at: Temporal.ZonedDateTime, conferenceDay: Temporal.PlainDate): { day: string; hour: number } {
	const date = at.toPlainDate();
	const hour = conferenceDay.until(date, { largestUnit: "days" }).days * 24 + at.hour;
	if (hour >= 0 && hour <= LAST_HOUR) return { day: conferenceDay.toString(), hour };
	return { day: date.toString(), hour: at.hour };
}
