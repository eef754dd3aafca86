import { Temporal } from "temporal-polyfill";
import type { Generator } from "@/lib/calendar/write-calendar";
import { endOf } from "@/lib/time/talk-times";
import packageJson from "@/package.json" with { type: "json" };
import { hash } from "../digest";
import { deriveGuid, getPublishedGuid } from "../identity";
import type { PublishedSchedule, PublishedSpeaker, PublishedTalk } from "./types";

/** A talk with what files call it by. */
export type ExportedTalk = PublishedTalk & {
	/** A UUID that no other talk has. */
	readonly exportedGuid: string;
	/** Positive, and no other talk's: the schedule's own where it gave one. */
	readonly exportedId: number;
};

/** A day of the conference with its talks, room by room; `null` stands for no room. */
export type ExportedDay = {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly start: Temporal.ZonedDateTime;
	readonly end: Temporal.ZonedDateTime;
	readonly rooms: readonly {
		readonly room: { readonly slug: string; readonly name: string } | null;
		readonly talks: readonly ExportedTalk[];
	}[];
};

/** Gives each talk a guid and a number that are the same whenever the schedule is written. */
export function toExportedTalks({ conference, talks }: PublishedSchedule): ExportedTalk[] {
	const taken = new Set<number>();
	const ownIds = talks.map((talk) => {
		const ownId = /^id:(\d{1,9})@/.exec(talk.key)?.[1];
		const id = ownId === undefined ? 0 : Number(ownId);
		if (id === 0 || taken.has(id)) return 0;
		taken.add(id);
		return id;
	});
	return talks.map((talk, index) => {
		const guid = getPublishedGuid(conference.slug, talk);
		let exportedId = ownIds[index] ?? 0;
		if (exportedId === 0) {
			exportedId = Number.parseInt(hash(guid).slice(0, 7), 16) + 1;
			while (taken.has(exportedId)) exportedId++;
			taken.add(exportedId);
		}
		return { ...talk, exportedGuid: guid, exportedId };
	});
}

/** The days that have talks, in order. A day ends with the next one's begin, or later with its last talk. */
export function toExportedDays(schedule: PublishedSchedule): ExportedDay[] {
	const { timeZone, dayChange } = schedule.conference;
	const all = toExportedTalks(schedule);
	const dates = [...new Set(all.map(({ day }) => day))].sort();
	return dates.map((date) => {
		const talks = all.filter(({ day }) => day === date);
		const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
		const start = midnight.add({ minutes: dayChange }).toZonedDateTime(timeZone);
		const next = midnight.add({ days: 1, minutes: dayChange }).toZonedDateTime(timeZone);
		const last = Math.max(next.epochMilliseconds, ...talks.map((talk) => endOf(talk).getTime()));
		const end = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(timeZone);
		const rooms = [...schedule.rooms, null].flatMap((room) => {
			const there = talks.filter((talk) => talk.room === (room?.slug ?? null));
			return there.length === 0 ? [] : [{ room, talks: there }];
		});
		return { date, start, end, rooms };
	});
}

/** What a speaker's key says of them (speakerKey in lib/schedule/identity.ts); who was made by hand gets a guid of ours. */
export function getSpeakerIds({ key }: PublishedSpeaker, conferenceSlug: string): SpeakerIds {
	if (key.startsWith("hand:")) return { guid: deriveGuid(conferenceSlug, key) };
	const [, kind, value = ""] = /^(guid|id|code):(.+)$/s.exec(key) ?? [];
	return kind === undefined ? {} : { [kind]: value };
}

type SpeakerIds = { readonly guid?: string; readonly id?: string; readonly code?: string };

export const GENERATOR: Generator = { name: "Talkshelf", version: packageJson.version };
