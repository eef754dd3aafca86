import { compareRanks } from "@/lib/watchlist/list/arrangement";
import type { Order } from "../options";
import type { ExportedTalk } from "./types";

/** Talks in an order; what that does not place comes last, and what is equal in it stands as in the schedule. */
export function sortTalks(talks: readonly ExportedTalk[], order: Order): ExportedTalk[] {
	return [...talks].sort((a, b) => COMPARATORS[order](a, b) || bySchedule(a, b));
}

const COMPARATORS: Readonly<Record<Order, (a: ExportedTalk, b: ExportedTalk) => number>> = {
	schedule: () => 0,
	own: (a, b) => compareRanks(a.rank, b.rank),
	marked: (a, b) => compare(markedAt(a), markedAt(b)),
};

/** By conference, time and room. */
function bySchedule(a: ExportedTalk, b: ExportedTalk): number {
	return (
		byConference(a, b) ||
		compare(a.start.getTime(), b.start.getTime()) ||
		compare(a.room?.position ?? Number.POSITIVE_INFINITY, b.room?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a.slug, b.slug)
	);
}

/** By their first day. */
export function byConference({ conference: a }: ExportedTalk, { conference: b }: ExportedTalk): number {
	return compare(a.startDate, b.startDate) || compare(a.slug, b.slug);
}

/** In the schedule's order, what has no track last. */
export function byTrack({ track: a }: ExportedTalk, { track: b }: ExportedTalk): number {
	return (
		compare(a?.position ?? Number.POSITIVE_INFINITY, b?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a?.slug ?? "", b?.slug ?? "")
	);
}

function markedAt({ mark }: ExportedTalk): number {
	return mark?.updatedAt.getTime() ?? Number.POSITIVE_INFINITY;
}

/** By code units: the order of the same data is the same on every machine. */
export function compare<Value extends string | number>(a: Value, b: Value): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
