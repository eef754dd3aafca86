import type { TalkListItem } from "@/lib/talks/types";
import { endOf } from "@/lib/time/talk-times";

export type Timed = Pick<TalkListItem, "id" | "start" | "duration">;

/** When a talk is on, in milliseconds, its end excluded. One without a length takes place all the same: for a minute. */
export function getSpan(talk: Pick<Timed, "start" | "duration">): { readonly from: number; readonly to: number } {
	const from = talk.start.getTime();
	return { from, to: Math.max(endOf(talk).getTime(), from + 60_000) };
}

/** Whether somebody could be there at all. */
export function takesPlace(talk: Pick<TalkListItem, "isCancelled" | "isWithdrawn">): boolean {
	return !talk.isCancelled && !talk.isWithdrawn;
}

/** In the order in which they begin; of those that begin at once, the shortest first. */
export function byTime(one: Timed, other: Timed): number {
	const [a, b] = [getSpan(one), getSpan(other)];
	return a.from - b.from || a.to - b.to || one.id - other.id;
}
