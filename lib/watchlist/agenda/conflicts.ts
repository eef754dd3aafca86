import type { TalkListItem } from "@/lib/talks/types";
import { byTime, getSpan, type Timed, takesPlace } from "./spans";

type Talk = Timed & Pick<TalkListItem, "isCancelled" | "isWithdrawn">;

/** Talks that are all on at some moment, and that nothing can be added to. */
export type Conflict<Of extends Talk> = {
	/** Two at least, in the order in which they begin. */
	readonly talks: readonly Of[];
	/** While all of them are on. */
	readonly from: Date;
	readonly to: Date;
};

/**
 * Every largest set of talks that all overlap at some moment, by time: a long talk can be in several. One that begins when
 * another ends does not overlap with it; what does not take place overlaps with nothing.
 */
export function findConflicts<Of extends Talk>(talks: readonly Of[]): Conflict<Of>[] {
	const sortedTalks = talks.filter(takesPlace).sort(byTime);
	const conflicts: Conflict<Of>[] = [];
	let running: Of[] = [];
	// What is on only shrinks until the next talk begins: it is largest right before the first of them ends.
	for (const [index, talk] of sortedTalks.entries()) {
		const { from } = getSpan(talk);
		running = [...running.filter((other) => getSpan(other).to > from), talk];
		const end = Math.min(...running.map((other) => getSpan(other).to));
		const next = sortedTalks[index + 1];
		const isLargest = !next || getSpan(next).from >= end;
		if (isLargest && running.length > 1) conflicts.push({ talks: running, from: new Date(from), to: new Date(end) });
	}
	return conflicts;
}
