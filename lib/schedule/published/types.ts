import type { ScheduleConference, ScheduleRoom, ScheduleTalk, ScheduleTrack } from "../types";

export type PublishedSpeaker = {
	/** See lib/schedule/identity.ts. */
	readonly key: string;
	readonly slug: string;
	readonly name: string;
	/** Markdown. */
	readonly biography: string;
};

export type PublishedTalk = Omit<ScheduleTalk, "abstract" | "description"> & {
	/** Markdown. */
	readonly abstract: string;
	/** Markdown. */
	readonly description: string;
	readonly updatedAt: Date;
};

/** A conference's schedule as it is shown here, and so given to other software: without withdrawn talks. */
export type PublishedSchedule = {
	readonly conference: ScheduleConference;
	/** In their order. */
	readonly tracks: readonly ScheduleTrack[];
	readonly rooms: readonly ScheduleRoom[];
	/** Those who speak. */
	readonly speakers: readonly PublishedSpeaker[];
	/** By day, room and time. */
	readonly talks: readonly PublishedTalk[];
};
