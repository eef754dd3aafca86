import { textDigest } from "./digest";
import type { Schedule, ScheduleConference, ScheduleRoom, ScheduleSpeaker, ScheduleTalk } from "./types";

/** Of a text only its digest is looked at: equal digests, equal texts. */
export type StoredConference = ScheduleConference & { readonly source: string };
export type StoredPlace = ScheduleRoom & { readonly id: number; readonly position: number };
export type StoredSpeaker = Omit<ScheduleSpeaker, "biography"> & {
	readonly id: number;
	readonly biographyDigest: string;
};
export type StoredTalk = Omit<ScheduleTalk, "abstract" | "description"> & {
	readonly id: number;
	readonly abstractDigest: string;
	readonly descriptionDigest: string;
	readonly isWithdrawn: boolean;
};

/** What the database holds of a conference, as far as an import compares it. Withdrawn talks are among the talks. */
export type StoredSchedule = {
	readonly conference: StoredConference;
	/** In the order of their positions. */
	readonly tracks: readonly StoredPlace[];
	readonly rooms: readonly StoredPlace[];
	readonly speakers: readonly StoredSpeaker[];
	readonly talks: readonly StoredTalk[];
};

/** How a schedule is stored that is the first of its conference. Ids are positions, from 1. */
export function asStored(schedule: Schedule, source: string): StoredSchedule {
	const placed = (place: ScheduleRoom, position: number) => ({ ...place, id: position + 1, position });
	return {
		conference: { ...schedule.conference, source },
		tracks: schedule.tracks.map(placed),
		rooms: schedule.rooms.map(placed),
		speakers: schedule.speakers.map(({ biography, ...speaker }, index) => ({
			...speaker,
			id: index + 1,
			biographyDigest: textDigest(biography),
		})),
		talks: schedule.talks.map(({ abstract, description, ...talk }, index) => ({
			...talk,
			id: index + 1,
			abstractDigest: textDigest(abstract),
			descriptionDigest: textDigest(description),
			isWithdrawn: false,
		})),
	};
}
