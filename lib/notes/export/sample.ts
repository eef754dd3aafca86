import type { ExportedConference, ExportedTalk } from "./types";

/** A talk for tests; what is not given is as little as can be. */
export function talkWith(parts: Partial<ExportedTalk>): ExportedTalk {
	return {
		slug: "talk",
		title: "Talk",
		url: "https://conference.example/talk/",
		start: new Date("2026-01-31T09:00:00Z"),
		track: { slug: "track", name: "Track", position: 0 },
		room: { position: 0 },
		speakers: [],
		links: [],
		mark: null,
		note: null,
		...parts,
	};
}

type TakeawayParts = string | { readonly text: string; readonly time?: number };

export function noteWith(text: string, takeaways: readonly TakeawayParts[] = [], updatedAt = "2026-03-01T12:00:00Z") {
	return {
		text,
		takeaways: takeaways.map((each, index) => ({
			id: `t${index}`,
			...(typeof each === "string" ? { text: each } : each),
		})),
		updatedAt: new Date(updatedAt),
	};
}

export function conferenceWith(parts: Partial<ExportedConference>): ExportedConference {
	return {
		slug: "conf-2026",
		title: "Conf 2026",
		startDate: "2026-01-31",
		endDate: "2026-02-01",
		talks: [],
		...parts,
	};
}
