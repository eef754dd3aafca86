import type { TalkListItem } from "@/lib/talks/types";
import { inOrderOfTime, spanOf, type Timed, takesPlace } from "./spans";

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
	const starting = talks.filter(takesPlace).sort(inOrderOfTime);
	const conflicts: Conflict<Of>[] = [];
	let on: Of[] = [];
	// What is on only shrinks until the next talk begins: it is largest right before the first of them ends.
	for (const [index, talk] of starting.entries()) {
		const { from } = spanOf(talk);
		on = [...on.filter((other) => spanOf(other).to > from), talk];
		const ends = Math.min(...on.map((other) => spanOf(other).to));
		const next = starting[index + 1];
		const isLargest = !next || spanOf(next).from >= ends;
		if (isLargest && on.length > 1) conflicts.push({ talks: on, from: new Date(from), to: new Date(ends) });
	}
	return conflicts;
}
