import type { TalkListItem } from "@/lib/talks/types";
import { formatCount } from "@/lib/text/format";
import { endOf } from "@/lib/time/talk-times";
import { takesPlace } from "./days";

/** What can be said of a talk's recording, and the words for it. */
export type RecordingOutlook = {
	readonly kind: "recorded" | "will-be-recorded" | "will-not-be-recorded" | "likely" | "unknown";
	readonly label: string;
};

type Talk = Pick<
	TalkListItem,
	"start" | "duration" | "room" | "track" | "hasRecording" | "isCancelled" | "isWithdrawn"
>;

/** Of talks that took place, how many have a recording. */
type Tally = { readonly talks: number; readonly recorded: number };
const EMPTY_TALLY: Tally = { talks: 0, recorded: 0 };

/** How many talks of a conference have recordings: of all, and by the slugs of rooms and tracks. */
export type RecordingTally = {
	readonly conference: Tally;
	readonly rooms: ReadonlyMap<string, Tally>;
	readonly tracks: ReadonlyMap<string, Tally>;
};

/** Counts the talks of a conference that are over at `now`. */
export function tallyRecordings(talks: readonly Talk[], now: Date): RecordingTally {
	let conference = EMPTY_TALLY;
	const rooms = new Map<string, Tally>();
	const tracks = new Map<string, Tally>();
	for (const talk of talks) {
		if (!isCounted(talk, now)) continue;
		const increment = (tally = EMPTY_TALLY): Tally => ({
			talks: tally.talks + 1,
			recorded: tally.recorded + (talk.hasRecording ? 1 : 0),
		});
		conference = increment(conference);
		if (talk.room) rooms.set(talk.room.slug, increment(rooms.get(talk.room.slug)));
		if (talk.track) tracks.set(talk.track.slug, increment(tracks.get(talk.track.slug)));
	}
	return { conference, rooms, tracks };
}

/**
 * Whether a talk is or will be recorded: it is, or the schedule says so or not, or it is likely, for at least half of the
 * other talks of its room have recordings, else of its track, else of the conference.
 */
export function getRecordingOutlook(
	talk: Talk & { readonly willBeRecorded: boolean | null },
	tally: RecordingTally,
	now: Date,
): RecordingOutlook {
	if (talk.hasRecording) return { kind: "recorded", label: "Has a recording" };
	const isOver = endOf(talk) <= now;
	if (talk.willBeRecorded === false) {
		return { kind: "will-not-be-recorded", label: isOver ? "Not recorded" : "Will not be recorded" };
	}
	if (talk.willBeRecorded) {
		const label = isOver ? "Was to be recorded, no recording yet" : "Will be recorded";
		return { kind: "will-be-recorded", label };
	}
	const ownCount = isCounted(talk, now) ? 1 : 0;
	for (const { of, where: scopeLabel } of [
		{ of: talk.room && tally.rooms.get(talk.room.slug), where: "in its room" },
		{ of: talk.track && tally.tracks.get(talk.track.slug), where: "of its track" },
		{ of: tally.conference, where: "of the conference" },
	]) {
		const talks = (of?.talks ?? 0) - ownCount;
		// Two talks tell nothing; and that nothing is there yet of any says nothing of this one.
		if (!of || talks < MIN_TALKS || tally.conference.recorded === 0) continue;
		const counts = `${formatCount(of.recorded)} of ${formatCount(talks)} other talks ${scopeLabel} have one`;
		if (of.recorded * 2 >= talks) {
			return { kind: "likely", label: `${isOver ? "No recording yet" : "Probably recorded"}: ${counts}` };
		}
		return { kind: "unknown", label: `${isOver ? "No recording" : "Perhaps not recorded"}: ${counts}` };
	}
	return { kind: "unknown", label: isOver ? "No recording" : "Not known whether it will be recorded" };
}

const MIN_TALKS = 3;

const isCounted = (talk: Talk, now: Date) => takesPlace(talk) && endOf(talk) <= now;
