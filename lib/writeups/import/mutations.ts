import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { lockVisitor } from "@/lib/db/lock-visitor";
import { recordMarkEventsIn } from "@/lib/marks/mutations";
import { MAX_MARK_EVENTS } from "@/lib/marks/schema";
import { replaceNote } from "@/lib/notes/mutations";
import { insertWriteUp } from "../mutations";
import { writeUpContentSchema } from "../schema";
import { planNotes } from "./plan-notes";
import { matchPost } from "./read";
import type { NoteChoice, NoteOutcome } from "./types";

export type ImportPostInput = {
	readonly userId: string;
	readonly markdown: string;
	/** Of headings that no address says, by their places' ids. */
	readonly picks: ReadonlyMap<string, number>;
	/** Of notes that say something else, by talk; those not named stay. */
	readonly choices: ReadonlyMap<number, NoteChoice>;
	/** Whether its talks that have no mark are marked watched. */
	readonly marksWatched: boolean;
	readonly now: Date;
};

export type ImportPostResult =
	| { readonly kind: "imported"; readonly id: string; readonly notes: readonly NoteOutcome[] }
	/** One sentence. */
	| { readonly kind: "refused"; readonly message: string };

/**
 * Makes a write-up of a post, and notes of what it says of talks, all of it, or nothing. What is written meanwhile is seen:
 * a note that is there by now stays where nothing else was chosen.
 */
export function importPost(db: Db, input: ImportPostInput): Promise<ImportPostResult> {
	const { userId, markdown, picks, choices, marksWatched, now } = input;
	return db.$transaction(
		async (tx): Promise<ImportPostResult> => {
			await lockVisitor(db, tx, userId);
			const read = await matchPost(tx, { userId, markdown, picks });
			const { options, talks } = read;
			const parsed = writeUpContentSchema.safeParse(read.content);
			if (!parsed.success) {
				return { kind: "refused", message: parsed.error.issues[0]?.message ?? "That cannot be kept." };
			}
			const planned = planNotes({ content: parsed.data, options, talks, choices, newId: randomUUID });
			for (const { talkId, content } of planned.notes) {
				if (content) await replaceNote(tx, { userId, talkId, content });
			}
			const id = await insertWriteUp(tx, { userId, content: planned.content, options, scope: { kind: "nothing" } });
			if (id === null) return { kind: "refused", message: "The schedule is being changed. Try again in a moment." };
			if (marksWatched) {
				const unmarked = [...talks.values()].filter(({ mark }) => mark === null);
				const events = unmarked.map((talk) => ({
					...{ id: randomUUID(), talkId: talk.id, status: "WATCHED" as const, at: now },
				}));
				for (let from = 0; from < events.length; from += MAX_MARK_EVENTS) {
					await recordMarkEventsIn(tx, { userId, events: events.slice(from, from + MAX_MARK_EVENTS), now });
				}
			}
			return { kind: "imported", id, notes: planned.notes.map(({ fate }) => fate) };
		},
		{ timeout: 60_000 },
	);
}
