import { groupAdjacent } from "@/lib/time/talk-times";
import type { MarkLogEntry } from "./types";

/**
 * One visitor's log as it has to be: every entry begins where the one before it on the same talk ended. Entries come in any
 * order, as devices send them; those of a talk come out together, the earliest first, talks by id. Whatever the order in
 * which the same entries arrive, the log is the same.
 */
export function chainEntries(entries: readonly MarkLogEntry[]): MarkLogEntry[] {
	return groupAdjacent(entries.toSorted(byTalkAndTime), ({ talkId }) => talkId).flatMap(({ items }) =>
		items.map((entry, index) => {
			const from = items[index - 1]?.to ?? null;
			return entry.from === from ? entry : { ...entry, from };
		}),
	);
}

/** Of each talk the entry that counts, in a log as `chained` leaves it: the latest. */
export function findLatestPerTalk(log: readonly MarkLogEntry[]): MarkLogEntry[] {
	return log.filter((entry, index) => log[index + 1]?.talkId !== entry.talkId);
}

/** Of two at the same moment the greater id is the later one, wherever it is asked. */
function byTalkAndTime(a: MarkLogEntry, b: MarkLogEntry): number {
	return a.talkId - b.talkId || a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
