import { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import type { NoteContent, Takeaway } from "../types";
import type { NoteRevision } from "./types";

export const revisionSelect = {
	id: true,
	text: true,
	takeaways: true,
	savedAt: true,
} satisfies Prisma.NoteRevisionSelect;

type RevisionRow = Prisma.NoteRevisionGetPayload<{ select: typeof revisionSelect }>;

const storedTakeaways = z.array(z.object({ id: z.string(), text: z.string(), time: z.int().optional() }));

/** Throws where the row was not written by `toRow`. */
export function toRevision({ takeaways, ...row }: RevisionRow): NoteRevision {
	return { ...row, takeaways: storedTakeaways.parse(takeaways) };
}

export function toRow({ text, takeaways }: NoteContent) {
	return { text, takeaways: takeaways.map(toJson) };
}

function toJson({ id, text, time }: Takeaway) {
	return { id, text, ...(time !== undefined && { time }) };
}
