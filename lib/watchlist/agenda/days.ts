import type { TalkListItem } from "@/lib/talks/types";
import { formatCount, formatDuration, formatNames } from "@/lib/text/format";
import { endOf, groupAdjacent } from "@/lib/time/talk-times";
import type { AgendaTalk } from "./queries";

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

/** `25 min free, then to Janson`. */
export function formatGap({ free, room }: Gap): string {
	const parts = [
		...(free > 0 ? [`${formatDuration(free)} free`] : ["No time between"]),
		...(room === null ? [] : [`then to ${room}`]),
	];
	return parts.join(", ");
}

/** Of talks that are on at once: how many need not be seen live. */
export function formatRecordings(talks: readonly Pick<AgendaTalk, "outlook">[]): string {
	const count = (...kinds: readonly AgendaTalk["outlook"]["kind"][]) =>
		talks.filter(({ outlook }) => kinds.includes(outlook.kind)).length;
	const recorded = count("recorded");
	const expected = count("will-be-recorded", "likely");
	const of = `of ${formatCount(talks.length)}`;
	const sentences = [
		...(recorded > 0
			? [`${formatCount(recorded)} ${of} ${recorded === 1 ? "has a recording" : "have recordings"}`]
			: []),
		...(expected > 0
			? [`${formatCount(expected)} ${of} ${expected === 1 ? "is" : "are"} expected to be recorded`]
			: []),
	];
	return sentences.length === 0 ? "None of them is known to be recorded." : `${formatNames(sentences)}.`;
}

type ConflictingTalk = Timed & Pick<TalkListItem, "isCancelled" | "isWithdrawn">;

/** Talks that are all on at some moment, and that nothing can be added to. */
export type Conflict<Of extends ConflictingTalk> = {
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
export function findConflicts<Of extends ConflictingTalk>(talks: readonly Of[]): Conflict<Of>[] {
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
