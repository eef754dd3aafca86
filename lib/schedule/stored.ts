import { digestText } from "./digest";
import type { EditableTalkField } from "./edits/scheduled-values";
import type { Schedule, ScheduleConference, ScheduleRoom, ScheduleSpeaker, ScheduleTalk } from "./types";

/**
 * What an import compares: all as the schedule last had it, whatever was changed by hand since (edits/scheduled.ts). Of a
 * text only its digest is looked at: equal digests, equal texts.
 */
export type StoredConference = ScheduleConference & {
	readonly source: string;
	/** The fields that were changed by hand. */
	readonly edited: readonly string[];
};
export type StoredTrackOrRoom = ScheduleRoom & {
	readonly id: number;
	readonly position: number;
	readonly isByHand: boolean;
	readonly edited: readonly string[];
};
export type StoredSpeaker = Omit<ScheduleSpeaker, "biography"> & {
	readonly id: number;
	readonly biographyDigest: string;
	readonly isByHand: boolean;
	readonly edited: readonly string[];
};
export type StoredTalk = Omit<ScheduleTalk, "abstract" | "description"> & {
	readonly id: number;
	readonly abstractDigest: string;
	readonly descriptionDigest: string;
	readonly isWithdrawn: boolean;
	/** Made by hand: the schedule never had it. */
	readonly isByHand: boolean;
	readonly edited: readonly EditableTalkField[];
	/** Where it is shown and with whom, if that was changed by hand. */
	readonly displayed: Pick<ScheduleTalk, "track" | "room" | "speakers"> | null;
};

/** What the database holds of a conference, as far as an import compares it. Withdrawn talks are among the talks. */
export type StoredSchedule = {
	readonly conference: StoredConference;
	/** In the order of their positions. */
	readonly tracks: readonly StoredTrackOrRoom[];
	readonly rooms: readonly StoredTrackOrRoom[];
	readonly speakers: readonly StoredSpeaker[];
	readonly talks: readonly StoredTalk[];
};

const UNEDITED = { isByHand: false, edited: [] } as const;

/** How a schedule is stored that is the first of its conference. Ids are positions, from 1. */
export function toStoredSchedule(schedule: Schedule, source: string): StoredSchedule {
	const toStoredTrackOrRoom = (item: ScheduleRoom, position: number) => ({
		...item,
		...UNEDITED,
		id: position + 1,
		position,
	});
	return {
		conference: { ...schedule.conference, source, edited: [] },
		tracks: schedule.tracks.map(toStoredTrackOrRoom),
		rooms: schedule.rooms.map(toStoredTrackOrRoom),
		speakers: schedule.speakers.map(({ biography, ...speaker }, index) => ({
			...speaker,
			...UNEDITED,
			id: index + 1,
			biographyDigest: digestText(biography),
		})),
		talks: schedule.talks.map(({ abstract, description, ...talk }, index) => ({
			...talk,
			...UNEDITED,
			id: index + 1,
			abstractDigest: digestText(abstract),
			descriptionDigest: digestText(description),
			isWithdrawn: false,
			displayed: null,
		})),
	};
}
