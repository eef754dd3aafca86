import { oneLine } from "./one-line";
import type { ExportedConference, ExportedTalk } from "./types";

export type TrackGroup = { readonly name: string; readonly talks: readonly ExportedTalk[] };

const OTHER_TALKS = "Other talks";

/** Conferences by date. */
export function inOrder(conferences: readonly ExportedConference[]): ExportedConference[] {
	return [...conferences].sort((a, b) => compare(a.startDate, b.startDate) || compare(a.slug, b.slug));
}

/** Talks by track in the schedule's order, those without a track last; in a track by time, room and slug. */
export function groupByTrack(talks: readonly ExportedTalk[]): TrackGroup[] {
	const groups: { slug: string | undefined; name: string; talks: ExportedTalk[] }[] = [];
	for (const talk of [...talks].sort(compareTalks)) {
		const group = groups.at(-1);
		if (group && group.slug === talk.track?.slug) group.talks.push(talk);
		else groups.push({ slug: talk.track?.slug, name: oneLine(talk.track?.name ?? "") || OTHER_TALKS, talks: [talk] });
	}
	return groups;
}

function compareTalks(a: ExportedTalk, b: ExportedTalk): number {
	return (
		compare(a.track?.position ?? Number.POSITIVE_INFINITY, b.track?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a.track?.slug ?? "", b.track?.slug ?? "") ||
		compare(a.start.getTime(), b.start.getTime()) ||
		compare(a.room?.position ?? Number.POSITIVE_INFINITY, b.room?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a.slug, b.slug)
	);
}

/** By code units: the order of the same data is the same on every machine. */
function compare<Value extends string | number>(a: Value, b: Value): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
