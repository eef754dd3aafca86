const LOCALE = "en-GB";

// An Intl.DateTimeFormat costs more to make than a page of talks costs to format.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions, locale = LOCALE): Intl.DateTimeFormat {
	const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
	let made = formats.get(key);
	if (!made) {
		made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
		formats.set(key, made);
	}
	return made;
}

/** `09:30`, on the clocks of `timeZone`. */
export function formatTime(instant: Date, timeZone: string): string {
	return format(timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** `Sat 09:30`, on the clocks of `timeZone`. */
export function formatWeekdayTime(instant: Date, timeZone: string): string {
	const weekday = format(timeZone, { weekday: "short" }).format(instant);
	return `${weekday} ${formatTime(instant, timeZone)}`;
}

/** `2026-01-31`, on the calendar of `timeZone`. */
export function formatIsoDate(instant: Date, timeZone: string): string {
	return format(timeZone, { dateStyle: "short" }, "en-CA").format(instant);
}

/** `Saturday 31 January 2026` of a day `2026-01-31`. */
export function formatDay(day: string): string {
	const date = new Date(`${day}T12:00:00Z`);
	return format("UTC", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
		.format(date)
		.replace(",", "");
}

/** `Sat 31 Jan` of a day `2026-01-31`. */
export function formatShortDay(day: string): string {
	const date = new Date(`${day}T12:00:00Z`);
	return format("UTC", { weekday: "short", day: "numeric", month: "short" }).format(date).replace(",", "");
}

/** `31 January – 1 February 2026` of two days. */
export function formatDays(first: string, last: string): string {
	const days = format("UTC", { day: "numeric", month: "long", year: "numeric" });
	return days.formatRange(new Date(`${first}T12:00:00Z`), new Date(`${last}T12:00:00Z`));
}

/** `50 min`, `8 h`, `1 h 30 min` of a number of minutes. */
export function formatDuration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return `${rest} min`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `A, B and C`. */
export function formatNames(names: readonly string[]): string {
	return new Intl.ListFormat(LOCALE).format(names);
}

/** `1,079`. */
export function formatCount(count: number): string {
	return new Intl.NumberFormat(LOCALE).format(count);
}
