import type { TalkListItem } from "@/lib/talks/types";
import { groupAdjacent } from "@/lib/time/talk-times";
import { byTime, getSpan, takesPlace } from "./spans";

type Talk = Pick<TalkListItem, "id" | "day" | "start" | "duration" | "room" | "isCancelled" | "isWithdrawn">;

/** What lies between a talk and the one before. */
export type Gap = {
	/** Minutes in which nothing is on; 0 where the one begins as the other ends. */
	readonly free: number;
	/** The room to go to, where it is another. */
	readonly room: string | null;
};

type AgendaRow<Of extends Talk> = {
	readonly talk: Of;
	/** Null before the first talk of a day, where they overlap, and where there is nothing to say. */
	readonly gap: Gap | null;
	/** On at `now`, or the first to begin after it. */
	readonly when: "now" | "next" | null;
};

export type AgendaDay<Of extends Talk> = { readonly day: string; readonly rows: readonly AgendaRow<Of>[] };

/** Talks by day in the order of time, with what lies between. What does not take place is there and takes no time. */
export function groupAgendaByDay<Of extends Talk>(talks: readonly Of[], now: Date): AgendaDay<Of>[] {
	const sorted = talks.toSorted((one, other) => compare(one.day, other.day) || byTime(one, other));
	const next = sorted
		.filter((talk) => takesPlace(talk) && talk.start > now)
		.reduce((first, { start }) => Math.min(first, start.getTime()), Number.POSITIVE_INFINITY);
	return groupAdjacent(sorted, ({ day }) => day).map(({ key, items }) => {
		let previous: Of | null = null;
		const rows = items.map((talk): AgendaRow<Of> => {
			if (!takesPlace(talk)) return { talk, gap: null, when: null };
			const gap = previous && gapBetween(previous, talk);
			// Of talks that overlap, where one is free again is told by the one that ends last.
			if (!previous || getSpan(talk).to >= getSpan(previous).to) previous = talk;
			return { talk, gap, when: getWhen(talk, now.getTime(), next) };
		});
		return { day: key, rows };
	});
}

function gapBetween(previous: Talk, talk: Talk): Gap | null {
	const free = Math.floor((getSpan(talk).from - getSpan(previous).to) / 60_000);
	if (free < 0) return null;
	const isMove = previous.room !== null && talk.room !== null && previous.room.slug !== talk.room.slug;
	return free > 0 || isMove ? { free, room: isMove ? (talk.room?.name ?? null) : null } : null;
}

function getWhen(talk: Talk, now: number, next: number): "now" | "next" | null {
	const { from, to } = getSpan(talk);
	if (from <= now && now < to) return "now";
	return from === next ? "next" : null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
