import { writeCalendar } from "@/lib/calendar/write";
import type { Generator } from "@/lib/schedule/published/types";
import { toEvents } from "./events";
import type { CalendarTalk } from "./types";

// Often enough for what moves on the day itself, seldom enough for a thousand visitors.
const REFRESH_HOURS = 1;

type Options = {
	readonly name: string;
	/** The address that visitors know. */
	readonly baseUrl: string;
	/** Whether it is subscribed to, and says how often to ask again. */
	readonly isFeed: boolean;
	readonly generator: Generator;
};

/** Marked talks of any conferences as iCalendar (lib/calendar/write.ts). The same talks give the same bytes. */
export function writeWatchlistCalendar(talks: readonly CalendarTalk[], options: Options): string {
	const zones = new Set(talks.map(({ conference }) => conference.timeZone));
	const calendar = {
		name: options.name,
		timeZone: zones.size === 1 ? ([...zones][0] ?? null) : null,
		url: null,
		...(options.isFeed && { refreshHours: REFRESH_HOURS }),
		events: toEvents(talks, options.baseUrl),
	};
	return writeCalendar(calendar, options.generator);
}
