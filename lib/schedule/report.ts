import type { ScheduleChanges } from "./diff";
import type { LinkKind, ParsedSchedule } from "./types";

/**
 * What an import did to the talks, and what the schedule holds: the tracks, rooms and speakers that its talks name, and
 * its links by kind (a recording in two formats is two). A talk that came back counts as changed; one that had been
 * withdrawn before counts nowhere.
 */
export type ImportReport = {
	readonly conference: string;
	readonly talks: {
		readonly added: number;
		readonly changed: number;
		readonly withdrawn: number;
		readonly unchanged: number;
	};
	readonly tracks: number;
	readonly rooms: number;
	readonly speakers: number;
	readonly links: Readonly<Record<Lowercase<LinkKind>, number>>;
	readonly warnings: readonly string[];
	/** Milliseconds. */
	readonly ms: number;
};

/** The report of an import that took `ms` and found `changes`. */
export function importReport(
	{ schedule, warnings }: ParsedSchedule,
	changes: ScheduleChanges,
	ms: number,
): ImportReport {
	const { conference, tracks, rooms, speakers, talks } = schedule;
	const links = { recording: 0, slides: 0, subtitles: 0, chat: 0, feedback: 0, other: 0 };
	for (const talk of talks) for (const { kind } of talk.links) links[kind.toLowerCase() as Lowercase<LinkKind>]++;
	return {
		conference: conference.slug,
		talks: {
			added: changes.talks.added.length,
			changed: changes.talks.changed.length + changes.talks.returned.length,
			withdrawn: changes.talks.withdrawn.length,
			unchanged: changes.talks.unchanged.length,
		},
		tracks: tracks.length,
		rooms: rooms.length,
		speakers: speakers.length,
		links,
		warnings,
		ms: Math.round(ms),
	};
}
