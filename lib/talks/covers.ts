import type { Tx } from "@/lib/db/client";
import { groupByKey } from "./group-by-key";
import { getTrackHue } from "./track-hue";

/** A track as it stands on a shelf. */
export type CoverBar = {
	/** Degrees. */
	readonly hue: number;
	/** Height as a share of the highest, above 0 and at most 1. */
	readonly height: number;
};

/** Tracks of a conference that has more would be hairlines. */
const MAX_BARS = 32;
/** The smallest track is still seen. */
const MIN_HEIGHT = 0.3;

/** The tracks of each conference as spines on a shelf, by the conference's id, in the schedule's order. */
export async function listCovers(db: Tx): Promise<ReadonlyMap<number, readonly CoverBar[]>> {
	const tracks = await db.track.findMany({
		select: {
			conferenceId: true,
			name: true,
			_count: { select: { talks: { where: { withdrawnAt: null } } } },
		},
		orderBy: [{ position: "asc" }, { slug: "asc" }],
	});
	return new Map(
		[...groupByKey(tracks, ({ conferenceId }) => conferenceId)].map(([id, ofConference]) => [
			id,
			toCoverBars(ofConference.map(({ name, _count }) => ({ name, talkCount: _count.talks }))),
		]),
	);
}

/** Tracks with talks as spines: heights go by the root, so that one long track does not dwarf all others. */
export function toCoverBars(tracks: readonly { readonly name: string; readonly talkCount: number }[]): CoverBar[] {
	const filled = tracks.filter(({ talkCount }) => talkCount > 0).slice(0, MAX_BARS);
	const maxCount = Math.max(...filled.map(({ talkCount }) => talkCount));
	return filled.map(({ name, talkCount }) => ({
		hue: getTrackHue(name),
		height: MIN_HEIGHT + (1 - MIN_HEIGHT) * Math.sqrt(talkCount / maxCount),
	}));
}
