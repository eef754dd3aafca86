import type { NoteContent } from "@/lib/notes/types";
import type { CompiledTalk } from "../compile/types";
import type { ExportedConference, ExportedTalk } from "./types";

export const CONFERENCE: ExportedConference = {
	slug: "conf-2026",
	title: "Conf 2026",
	startDate: "2026-01-31",
	endDate: "2026-02-01",
	timeZone: "Europe/Brussels",
};

/** A talk for tests; what is not given is as little as can be. */
export function talkWith(parts: Partial<ExportedTalk>): ExportedTalk {
	return {
		id: 1,
		slug: `talk-${parts.id ?? 1}`,
		title: "Talk",
		url: `https://conference.example/talk-${parts.id ?? 1}/`,
		start: new Date("2026-01-31T09:00:00Z"),
		day: "2026-01-31",
		conference: CONFERENCE,
		track: { slug: "track", name: "Track", position: 0 },
		room: { name: "Room", position: 0 },
		speakers: [],
		links: [],
		mark: null,
		noteUpdatedAt: null,
		topics: [],
		rank: null,
		rating: null,
		watchedOn: null,
		...parts,
	};
}

/** The same talk with what is written on it. */
export function compiledWith(talk: ExportedTalk, note: NoteContent | null = null): CompiledTalk {
	const { id, slug, title, url, start, day, conference, track, room, links, mark } = talk;
	return {
		...{ id, slug, title, url, start, day, conference, track, room, links, mark },
		speakers: talk.speakers.map(({ name }) => name),
		note: note && { ...note, updatedAt: talk.noteUpdatedAt ?? new Date("2026-03-01T12:00:00Z") },
		addresses: url === null ? [] : [url],
	};
}
