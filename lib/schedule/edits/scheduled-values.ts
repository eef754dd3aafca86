import { z } from "zod";
import { LINK_KINDS } from "../types";

/**
 * What was changed by hand is what the tables' columns hold; beside it, a row keeps what the schedule says of those fields,
 * and imports write there. So an edit outlives every import, the difference between two imports is that of their schedules
 * alone, and an edit can be taken back at any time. These are the shapes of the column `scheduled`.
 */

const text = z.object({ digest: z.string(), markdown: z.string() });
const line = z.string();
const link = z.object({ kind: z.enum(LINK_KINDS), url: z.string(), title: z.string() });

const scheduledTalk = z
	.object({
		title: line,
		subtitle: line,
		type: line,
		language: line,
		day: line,
		/** ISO 8601, UTC. */
		start: line,
		duration: z.int(),
		/** Slugs. */
		track: line.nullable(),
		room: line.nullable(),
		url: line.nullable(),
		isCancelled: z.boolean(),
		abstract: text,
		description: text,
		/** Keys. */
		speakers: z.array(line),
		links: z.array(link),
	})
	.partial();

const scheduledTrackOrRoom = z.object({ name: line }).partial();
const scheduledSpeaker = z.object({ name: line, biography: text }).partial();
const scheduledConference = z
	.object({
		title: line,
		subtitle: line,
		timeZone: line,
		startDate: line,
		endDate: line,
		dayChange: z.int(),
		venue: line,
		city: line,
		url: line.nullable(),
	})
	.partial();

export type ScheduledText = z.infer<typeof text>;
export type ScheduledTalk = z.infer<typeof scheduledTalk>;
export type ScheduledSpeaker = z.infer<typeof scheduledSpeaker>;
export type ScheduledConference = z.infer<typeof scheduledConference>;

/** The fields of a talk that can be changed by hand. */
export type EditableTalkField = keyof ScheduledTalk;

export const readScheduledTalk = createReader(scheduledTalk);
export const readScheduledTrackOrRoom = createReader(scheduledTrackOrRoom);
export const readScheduledSpeaker = createReader(scheduledSpeaker);
export const readScheduledConference = createReader(scheduledConference);

/** Reads the column; nothing there, or nothing of that shape, is a row that was not edited. Every field can be missing. */
function createReader<Shape extends z.ZodType<object>>(shape: Shape) {
	return (column: unknown): z.output<Shape> => shape.safeParse(column ?? {}).data ?? shape.parse({});
}
