import type { RawLink } from "../fields/classify-link";
import type { ScheduleConference, ScheduleTalk, SourceText } from "../types";

/** A track or room as a talk names it; the slug is "" where the schedule gives none. */
export type DraftTrackOrRoom = { readonly name: string; readonly slug: string };

/** Empty strings stand for what the schedule does not say. */
export type DraftPerson = {
	readonly guid: string;
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly slug: string;
	readonly biography: SourceText;
};

export type DraftTalk = Omit<ScheduleTalk, "key" | "guid" | "track" | "room" | "speakers" | "links"> & {
	readonly guid: string;
	readonly id: string;
	readonly code: string;
	readonly track: DraftTrackOrRoom | null;
	readonly room: DraftTrackOrRoom | null;
	/** Where the schedule has a field that says so; what titles say is found out for every format (assemble-schedule.ts). */
	readonly isCancelled: boolean;
	readonly persons: readonly DraftPerson[];
	/** Addresses are absolute already. */
	readonly links: readonly RawLink[];
};

/**
 * What a format reads out of a file, its texts tidy and its times told, but nothing identified, named or told apart yet:
 * that is the same for every format (assemble-schedule.ts).
 */
export type ScheduleDraft = {
	readonly conference: ScheduleConference;
	/** The file gives the conference no name of its own. */
	readonly isNamedAfterFile: boolean;
	/** All that the schedule lists, in its order, whether a talk is there for them or not. */
	readonly tracks: readonly DraftTrackOrRoom[];
	readonly rooms: readonly DraftTrackOrRoom[];
	readonly persons: readonly DraftPerson[];
	readonly talks: readonly DraftTalk[];
	readonly warnings: readonly string[];
};

/** A talk as a file gives it, its texts tidy; times and addresses wait for what the conference says. */
export type RawTalk = Omit<DraftTalk, "day" | "start" | "duration" | "url" | "links"> & {
	/** The day that it is listed under, and when that day ends where the file says so. */
	readonly day: string;
	readonly dayEnd: string;
	/** ISO 8601, with an offset or without. */
	readonly date: string;
	/** A time of day, for files that give no date. */
	readonly start: string;
	readonly duration: string;
	readonly url: string;
	readonly links: readonly RawLink[];
};

/** A conference as a file gives it; empty strings stand for what it does not say. */
export type RawConference = {
	readonly acronym: string;
	readonly title: string;
	/** What it is called where the file gives neither acronym nor title. */
	readonly fileTitle: string;
	readonly subtitle: string;
	readonly start: string;
	readonly end: string;
	readonly dayChange: string;
	readonly timeZone: string;
	readonly venue: string;
	readonly city: string;
	/** The first that is a web address is taken. */
	readonly urls: readonly string[];
	readonly version: string;
};

export const EMPTY_CONFERENCE: RawConference = {
	acronym: "",
	title: "",
	fileTitle: "",
	subtitle: "",
	start: "",
	end: "",
	dayChange: "",
	timeZone: "",
	venue: "",
	city: "",
	urls: [],
	version: "",
};
