import type { Prisma } from "@/lib/db/client";
import type { Note } from "./types";

export const noteSelect = {
	talkId: true,
	text: true,
	revision: true,
	updatedAt: true,
	// Sorted below: with an order of their own, the rows of more than 999 notes could not be fetched in parts.
	takeaways: { select: { id: true, text: true, time: true, position: true } },
} satisfies Prisma.NoteSelect;

type NoteRow = Prisma.NoteGetPayload<{ select: typeof noteSelect }>;

export function toNote({ talkId, text, revision, updatedAt, takeaways }: NoteRow): Note {
	return {
		talkId,
		text,
		takeaways: takeaways
			.toSorted((a, b) => a.position - b.position)
			.map(({ id, text, time }) => ({ id, text, ...(time !== null && { time }) })),
		revision,
		updatedAt,
	};
}
