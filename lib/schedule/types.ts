/** A text as a schedule gives it. Import turns it into Markdown, once, when it is new or changed. */
export type SourceText = { readonly markup: "html" | "markdown" | "plain"; readonly text: string };

/** What a link of a talk can lead to; the names are the database's. */
export const LINK_KINDS = ["RECORDING", "SLIDES", "SUBTITLES", "CHAT", "FEEDBACK", "OTHER"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export type ScheduleLink = {
	readonly kind: LinkKind;
	/** Absolute, http or https. */
	readonly url: string;
	readonly title: string;
};

export type ScheduleConference = {
	readonly slug: string;
	readonly title: string;
	readonly subtitle: string;
	/** IANA name. */
	readonly timeZone: string;
	/** First and last day, `YYYY-MM-DD`. */
	readonly startDate: string;
	readonly endDate: string;
	/** Minutes after midnight at which a day of the conference begins. */
	readonly dayChange: number;
	readonly venue: string;
	readonly city: string;
	readonly url: string | null;
	readonly version: string;
};

export type ScheduleTrack = { readonly slug: string; readonly name: string };
export type ScheduleRoom = { readonly slug: string; readonly name: string };

export type ScheduleSpeaker = {
	/** See identity.ts; unique within the schedule. */
	readonly key: string;
	readonly slug: string;
	readonly name: string;
	readonly biography: SourceText;
};

export type ScheduleTalk = {
	/** See identity.ts; unique within the schedule. */
	readonly key: string;
	readonly guid: string | null;
	readonly slug: string;
	readonly title: string;
	readonly subtitle: string;
	readonly type: string;
	/** BCP 47, or empty. */
	readonly language: string;
	/** The conference's day, `YYYY-MM-DD`. */
	readonly day: string;
	readonly start: Date;
	/** Minutes. */
	readonly duration: number;
	/** Slugs of the schedule's own tracks and rooms. */
	readonly track: string | null;
	readonly room: string | null;
	readonly url: string | null;
	/** It does not take place, although the schedule lists it. */
	readonly isCancelled: boolean;
	/** Whether the schedule says that it will be recorded; null where it does not say. */
	readonly willBeRecorded: boolean | null;
	readonly abstract: SourceText;
	readonly description: SourceText;
	/** Keys of the schedule's own speakers, in the order in which they are named. */
	readonly speakers: readonly string[];
	readonly links: readonly ScheduleLink[];
};

/** A conference's published programme, whatever format it came in. */
export type Schedule = {
	readonly conference: ScheduleConference;
	readonly tracks: readonly ScheduleTrack[];
	readonly rooms: readonly ScheduleRoom[];
	readonly speakers: readonly ScheduleSpeaker[];
	readonly talks: readonly ScheduleTalk[];
};

/** What a format made of a file: the schedule, and one sentence for everything it left out or had to guess. */
export type ParsedSchedule = {
	readonly schedule: Schedule;
	readonly warnings: readonly string[];
	/** The file does not say what conference it is of, which is called after the file. */
	readonly isNamedAfterFile?: boolean;
};
