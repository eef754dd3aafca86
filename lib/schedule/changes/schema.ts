import { z } from "zod";
import type { TalkFieldChanges } from "./types";

const step = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value });
const line = step(z.string());
const name = step(z.string().nullable());
const count = step(z.int());

const fields = z
	.object({
		title: line,
		subtitle: line,
		type: line,
		language: line,
		day: line,
		start: line,
		duration: count,
		track: name,
		room: name,
		speakers: step(z.array(z.string())),
		isCancelled: step(z.boolean()),
		willBeRecorded: step(z.boolean().nullable()),
		recordings: count,
		slides: count,
		url: z.literal(true),
		links: z.literal(true),
		abstract: z.literal(true),
		description: z.literal(true),
	})
	.partial() satisfies z.ZodType<TalkFieldChanges>;

/** Reads the column `fields` of a change; what is not of its shape is left out. */
export function readFieldChanges(column: unknown): TalkFieldChanges {
	const parsed = fields.safeParse(column);
	return parsed.success ? parsed.data : {};
}
