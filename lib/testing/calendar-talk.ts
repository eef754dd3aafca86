import type { CalendarConference, CalendarTalk } from "@/lib/watchlist/calendar/types";

type CalendarTalkOverrides = Partial<Omit<CalendarTalk, "conference">> & {
	readonly conference?: Partial<CalendarConference>;
};

/** A talk of a calendar, for tests that only care about some of it: half an hour, must-see. */
export function calendarTalk({ conference, ...talk }: CalendarTalkOverrides = {}): CalendarTalk {
	const id = talk.id ?? 1;
	return {
		...{ id, key: `id:${id}`, guid: null, slug: `talk-${id}`, title: `Talk ${id}`, subtitle: "" },
		...{ start: new Date("2026-01-31T09:00:00Z"), duration: 30, isCancelled: false, isWithdrawn: false },
		...{ changedAt: new Date("2026-01-02T03:04:05Z"), revisions: 0, track: "", room: "", speakers: [], topics: [] },
		...{ abstract: "", description: "", url: null, recordings: [], status: "MUST_SEE" },
		...talk,
		conference: { slug: "conf", title: "Conf", timeZone: "Europe/Brussels", venue: "", city: "", ...conference },
	};
}
