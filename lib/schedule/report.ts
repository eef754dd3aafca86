import { z } from "zod";
import type { ScheduleChanges } from "./diff";
import type { LinkKind, ParsedSchedule } from "./types";

/**
 * What an import did to the talks, and what the schedule holds: the tracks, rooms and speakers that its talks name, and
 * its links by kind (a recording in two formats is two). A talk that came back counts as changed; one that had been
 * withdrawn before counts nowhere.
 */
export type ImportReport = FileReport & {
	readonly conference: string;
	readonly talks: {
		readonly added: number;
		readonly changed: number;
		readonly withdrawn: number;
		readonly unchanged: number;
	};
	/** Milliseconds. */
	readonly ms: number;
};

/** What a file holds, whatever it changes. */
export type FileReport = {
	readonly title: string;
	readonly talkCount: number;
	/** Talks with a recording. */
	readonly recorded: number;
	readonly tracks: number;
	readonly rooms: number;
	readonly speakers: number;
	readonly links: Readonly<Record<Lowercase<LinkKind>, number>>;
	readonly warnings: readonly string[];
};

export function createFileReport({ schedule, warnings }: ParsedSchedule) {
	const { conference, tracks, rooms, speakers, talks } = schedule;
	const links = { recording: 0, slides: 0, subtitles: 0, chat: 0, feedback: 0, other: 0 };
	let recorded = 0;
	for (const talk of talks) {
		for (const { kind } of talk.links) links[kind.toLowerCase() as Lowercase<LinkKind>]++;
		if (talk.links.some(({ kind }) => kind === "RECORDING")) recorded++;
	}
	return {
		title: conference.title,
		talkCount: talks.length,
		recorded,
		tracks: tracks.length,
		rooms: rooms.length,
		speakers: speakers.length,
		links,
		warnings: [...warnings],
	} satisfies FileReport;
}

/** The report of an import that took `ms` and found `changes`. */
export function createImportReport(parsed: ParsedSchedule, { talks }: ScheduleChanges, ms: number): ImportReport {
	return {
		conference: parsed.schedule.conference.slug,
		talks: {
			added: talks.added.length,
			changed: talks.changed.length + talks.returned.length,
			withdrawn: talks.withdrawn.length,
			unchanged: talks.unchanged.length,
		},
		...createFileReport(parsed),
		ms: Math.round(ms),
	};
}

const count = z.int().min(0);
const reportSchema = z.object({
	title: z.string(),
	talkCount: count,
	recorded: count,
	tracks: count,
	rooms: count,
	speakers: count,
	links: z.object({ recording: count, slides: count, subtitles: count, chat: count, feedback: count, other: count }),
	warnings: z.array(z.string()),
});

/** Reads the column `fileReport`; null where there is none. */
export function readFileReport(column: unknown): FileReport | null {
	return reportSchema.safeParse(column).data ?? null;
}
