import { z } from "zod";

/** What a field was and what it is. */
export type Step<Value> = { readonly from: Value; readonly to: Value };

const step = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value });
const line = step(z.string());
const name = step(z.string().nullable());
const count = step(z.int());

/**
 * What an update changed about one talk, field by field, as people read it: names rather than slugs, since a room may be
 * gone when the change is looked at. Of long texts and links only that they changed.
 */
const fields = z
	.object({
		title: line,
		subtitle: line,
		type: line,
		language: line,
		/** The conference's day, `YYYY-MM-DD`. */
		day: line,
		/** ISO 8601, UTC. */
		start: line,
		/** Minutes. */
		duration: count,
		track: name,
		room: name,
		speakers: step(z.array(z.string())),
		isCancelled: step(z.boolean()),
		/** What the schedule says of it; null: nothing. */
		willBeRecorded: step(z.boolean().nullable()),
		/** How many links lead to a recording, and to slides. */
		recordings: count,
		slides: count,
		url: z.literal(true),
		links: z.literal(true),
		abstract: z.literal(true),
		description: z.literal(true),
	})
	.partial()
	.readonly();
export type TalkFieldChanges = z.infer<typeof fields>;

/** The names are the database's. */
export type TalkChangeKind = "ADDED" | "CHANGED" | "WITHDRAWN" | "RETURNED";

/** One talk's part of an update. */
export type RecordedChange = {
	readonly kind: TalkChangeKind;
	readonly fields: TalkFieldChanges;
};

/** Reads the column `fields` of a change; what is not of its shape is left out. */
export function readFieldChanges(column: unknown): TalkFieldChanges {
	const parsed = fields.safeParse(column);
	return parsed.success ? parsed.data : {};
}
