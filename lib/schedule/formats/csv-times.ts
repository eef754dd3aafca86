/** Which of day and month stands first in dates with slashes; null where the table does not tell. */
export type DayOrder = "day" | "month" | null;

/** Told by the dates of a table: a number past twelve is no month. Some that say so and others that say no say nothing. */
export function detectDayOrder(texts: readonly string[]): DayOrder {
	const dates = texts.flatMap((text) => {
		const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{4}/.exec(text.trim()) ?? [];
		return first && second ? [[Number(first), Number(second)] as const] : [];
	});
	const isDayFirst = dates.some(([first]) => first > 12);
	const isMonthFirst = dates.some(([, second]) => second > 12);
	if (isDayFirst === isMonthFirst) return null;
	return isDayFirst ? "day" : "month";
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const formatIsoDay = (year: string, month: string | number, day: string) =>
	[year.padStart(4, "20"), String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");

/**
 * "31.1.2026", "31.01.26", "2026/01/31", "31 Jan 2026" and "January 31, 2026" as "2026-01-31", whatever follows; "31/1/2026"
 * where the table tells what stands first: "1/2/2026" alone is two days.
 */
export function normalizeDay(text: string, order: DayOrder): string {
	const month = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
	return text
		.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3")
		.replace(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d(?!\d))/, (_, day: string, month: string, year: string) =>
			formatIsoDay(year, month, day),
		)
		.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, (all, first: string, second: string, year: string) => {
			if (order === null) return all;
			return order === "day" ? formatIsoDay(year, second, first) : formatIsoDay(year, first, second);
		})
		.replace(/^(\d{1,2})[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})/i, (all, day: string, name: string, year: string) =>
			month(name) === 0 ? all : formatIsoDay(year, month(name), day),
		)
		.replace(/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})/i, (all, name: string, day: string, year: string) =>
			month(name) === 0 ? all : formatIsoDay(year, month(name), day),
		);
}

/** A day with a time, or a time of day alone ("9:30"). */
export function normalizeDateTime(raw: string, order: DayOrder): string {
	const text = to24Hours(raw).replace(
		/(?<![\d.])(\d{1,2})[.h](\d\d)(?: ?(?:uhr|h))?$|(?<=:\d\d) ?(?:uhr|h)$/i,
		(_, hour, minute) => (hour === undefined ? "" : `${hour}:${minute}`),
	);
	const [, day, time] = /^(\d{4}-\d\d-\d\d)[T\s,]+(\d.*)$/i.exec(normalizeDay(text, order)) ?? [];
	return day && time ? `${day}T${time.replace(/^(\d):/, "0$1:")}` : text;
}

const MAX_RANGE_LENGTH = 60;

/** "10:00 - 10:30", a start that says the end as well. */
export function splitRange(text: string): { start: string; end: string } {
	if (text.length > MAX_RANGE_LENGTH) return { start: text, end: "" };
	const [, start, end] =
		/^(.*\d[^-–—]*?)(?:\s+(?:-|to|bis)\s+|\s*[–—]\s*)(\d.*)$/i.exec(text) ??
		/^(\d{1,2}[:.]\d\d)-(\d{1,2}[:.]\d\d)$/.exec(text) ??
		[];
	return start && end ? { start, end } : { start: text, end: "" };
}

/** "2:30 PM" as "14:30", as spreadsheets have it in some countries. */
function to24Hours(text: string): string {
	return text.replace(
		/(?<!\d)(1[0-2]|0?[1-9])(?::(\d\d))?(?::\d\d)?\s*([ap])\.?m\.?$/i,
		(_, hour: string, minutes = "00", half: string) =>
			`${String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)).padStart(2, "0")}:${minutes}`,
	);
}

/** As text; "" where one of them is no time. */
export function countMinutes(start: string, end: string): string {
	const at = (text: string) =>
		Date.parse(/^\d{1,2}:/.test(text) ? `2000-01-01T${text.padStart(5, "0")}Z` : withZone(text));
	// A day with its time, and an end that is a time of that day.
	const from = /^\d{1,2}:/.test(end) ? start.replace(/^\d{4}-\d\d-\d\dT(\d\d:\d\d).*$/, "$1") : start;
	const minutes = Math.round((at(end) - at(from)) / 60_000);
	if (Number.isNaN(minutes)) return "";
	return String(minutes < 0 && /^\d{1,2}:/.test(end) ? minutes + 24 * 60 : Math.max(0, minutes));
}

const withZone = (text: string) => (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
