import { z } from "zod";
import { isTimeZone } from "@/lib/time/date-time";
import { LINK_KINDS, type Schedule } from "./types";

const day = z.iso.date();
const slug = z
	.string()
	.min(1)
	.max(300)
	.regex(/^[A-Za-z0-9._-]+$/);
const httpUrl = z.string().regex(/^https?:\/\//i);
const line = z.string().regex(/^[^\n\r]*$/);
const text = z.object({ markup: z.enum(["html", "markdown", "plain"]), text: z.string() });
const trackOrRoom = z.object({ slug, name: line.min(1) });

const conference = z.object({
	slug,
	title: line.min(1),
	subtitle: line,
	timeZone: z.string().refine(isTimeZone, { error: "There is no such time zone." }),
	startDate: day,
	endDate: day,
	dayChange: z
		.int()
		.min(0)
		.max(24 * 60),
	venue: line,
	city: line,
	url: httpUrl.nullable(),
	version: line,
});

const speaker = z.object({ key: z.string().min(1), slug, name: line.min(1), biography: text });

const link = z.object({
	kind: z.enum(LINK_KINDS),
	url: httpUrl,
	title: line,
});

const talk = z.object({
	key: z.string().min(1),
	guid: z.string().min(1).nullable(),
	slug,
	title: line.min(1),
	subtitle: line,
	type: line,
	language: line,
	day,
	start: z.date(),
	duration: z.int().min(0),
	track: slug.nullable(),
	room: slug.nullable(),
	url: httpUrl.nullable(),
	isCancelled: z.boolean(),
	willBeRecorded: z.boolean().nullable(),
	abstract: text,
	description: text,
	speakers: z.array(z.string()),
	links: z.array(link),
});

const isDistinct = (values: readonly string[]) => new Set(values).size === values.length;

const shape = z.object({
	conference,
	tracks: z.array(trackOrRoom),
	rooms: z.array(trackOrRoom),
	speakers: z.array(speaker),
	talks: z.array(talk).min(1),
});

/** What every format's schedule has to be: well-formed, its keys and slugs unique, its references its own. */
export const scheduleSchema = shape
	.refine(({ tracks, rooms, speakers, talks }) => {
		const slugs = [tracks, rooms, speakers, talks].map((all) => all.map(({ slug }) => slug));
		return [...slugs, speakers.map(({ key }) => key), talks.map(({ key }) => key)].every(isDistinct);
	}, "Keys and slugs have to be unique.")
	.refine(({ tracks, rooms, speakers, talks }) => {
		const trackSlugs = new Set(tracks.map(({ slug }) => slug));
		const roomSlugs = new Set(rooms.map(({ slug }) => slug));
		const keys = new Set(speakers.map(({ key }) => key));
		return talks.every(
			(talk) =>
				(talk.track === null || trackSlugs.has(talk.track)) &&
				(talk.room === null || roomSlugs.has(talk.room)) &&
				isDistinct(talk.speakers) &&
				talk.speakers.every((key) => keys.has(key)),
		);
	}, "A talk names a track, room or speaker that the schedule does not have, or one speaker twice.") satisfies z.ZodType<Schedule>;
