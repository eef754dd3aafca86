import type { WatchlistEntry } from "../types";

type TestEntry = Partial<Omit<WatchlistEntry, "talk" | "conference">> & {
	id: number;
	talk?: Partial<WatchlistEntry["talk"]>;
	conference?: string;
};

/** An entry of a test's watchlist: must-see, half an hour long, of a conference in Brussels that is named like its slug. */
export function testEntry({ id, talk, conference = "conf", ...entry }: TestEntry): WatchlistEntry {
	return {
		status: "MUST_SEE",
		markedAt: new Date("2026-02-01T00:00:00Z"),
		hasNote: false,
		takeawayCount: 0,
		rating: null,
		topics: [],
		rank: null,
		willBeRecorded: null,
		isNewlyRecorded: false,
		...entry,
		talk: {
			id,
			slug: `talk-${id}`,
			title: `Talk ${id}`,
			subtitle: "",
			type: "",
			language: "",
			day: "2026-01-31",
			start: new Date("2026-01-31T09:00:00Z"),
			duration: 30,
			track: null,
			room: null,
			speakers: [],
			hasRecording: false,
			hasSlides: false,
			isCancelled: false,
			isWithdrawn: false,
			...talk,
		},
		conference: {
			...{ id: 1, slug: conference, title: conference, subtitle: "", timeZone: "Europe/Brussels" },
			...{ startDate: "2026-01-31", endDate: "2026-02-01", venue: "", city: "", url: null, revision: 0 },
		},
	};
}
