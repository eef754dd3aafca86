import type { Tx } from "@/lib/db/client";
import { together } from "./together";
import { trackHue } from "./track-hue";

/** A track as it stands on a shelf. */
export type Spine = {
	/** Degrees. */
	readonly hue: number;
	/** Height as a share of the highest, above 0 and at most 1. */
	readonly height: number;
};

/** Tracks of a conference that has more would be hairlines. */
const MOST_SPINES = 32;
/** The smallest track is still seen. */
const LOWEST = 0.3;

/** The tracks of each conference as spines on a shelf, by the conference's id, in the schedule's order. */
export async function listSpines(db: Tx): Promise<ReadonlyMap<number, readonly Spine[]>> {
	const tracks = await db.track.findMany({
		select: {
			conferenceId: true,
			name: true,
			_count: { select: { talks: { where: { withdrawnAt: null } } } },
		},
		orderBy: [{ position: "asc" }, { slug: "asc" }],
	});
	return new Map(
		[...together(tracks, ({ conferenceId }) => conferenceId)].map(([id, ofConference]) => [
			id,
			toSpines(ofConference.map(({ name, _count }) => ({ name, talkCount: _count.talks }))),
		]),
	);
}

/** Tracks with talks as spines: heights go by the root, so that one long track does not dwarf all others. */
export function toSpines(tracks: readonly { readonly name: string; readonly talkCount: number }[]): Spine[] {
	const filled = tracks.filter(({ talkCount }) => talkCount > 0).slice(0, MOST_SPINES);
	const most = Math.max(...filled.map(({ talkCount }) => talkCount));
	return filled.map(({ name, talkCount }) => ({
		hue: trackHue(name),
		height: LOWEST + (1 - LOWEST) * Math.sqrt(talkCount / most),
	}));
}
