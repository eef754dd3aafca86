import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, Named } from "@/lib/talks/types";

/** How much there is of something. */
export type Amount = { readonly talks: number; readonly minutes: number };

export type WatchedAndLeft = { readonly watched: Amount; readonly left: Amount };

/** A part of the watchlist under a name of its own. */
export type Share = WatchedAndLeft & {
	/** Tells it apart from the others; null for the talks that have none. */
	readonly key: string | null;
	readonly name: string;
};

export type Totals = WatchedAndLeft & {
	/** Of those left, what has a recording. */
	readonly recorded: Amount;
};

/** An entry of the log, with what is needed to know of its talk. */
export type LoggedTalk = {
	readonly talkId: number;
	readonly to: MarkStatus | null;
	/** When it was pressed. */
	readonly at: Date;
	/** The day on which it really was, `YYYY-MM-DD`, where the visitor corrected it. */
	readonly correctedDay: string | null;
	/** Minutes. */
	readonly duration: number;
	/** Slug of the talk's conference, and its IANA zone. */
	readonly conference: string;
	readonly timeZone: string;
};

/** One time that a talk was watched. */
export type Viewing = {
	readonly talkId: number;
	readonly conference: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly minutes: number;
};

export const STEPS = ["week", "month", "year"] as const;
export type Step = (typeof STEPS)[number];

/** A week, month or year, by its first day, `YYYY-MM-DD`. `talks` counts a talk once for each time that it was watched. */
export type Period = Amount & { readonly start: string };

export type OverTime = { readonly step: Step; readonly periods: readonly Period[] };

/** Talks that run in an hour of a conference's day, and how many of their minutes are in it. */
export type HourCell = Amount;

export type HeatMap = {
	/** `YYYY-MM-DD`, those that have talks, in order. */
	readonly days: readonly string[];
	/** Without gaps; 24 and above are the hours after midnight, which belong to the day before. */
	readonly hours: readonly number[];
	/** By day, then hour, as above. */
	readonly cells: readonly (readonly HourCell[])[];
};

/** A speaker of a talk that was watched, as the talk's schedule knows them. */
export type SeenSpeaker = {
	readonly talkId: number;
	/** Minutes. */
	readonly duration: number;
	readonly speakerId: number;
	/** See lib/talks/compare-speakers.ts. */
	readonly key: string;
	readonly namespace: string | null;
	readonly speaker: Named;
	readonly conference: Pick<Conference, "slug" | "title" | "startDate">;
};

/** One person over all conferences; `speaker` and `conference` are those of the latest. */
export type SeenPerson = Amount & {
	readonly speaker: Named;
	readonly conference: Pick<Conference, "slug" | "title">;
	readonly conferenceCount: number;
};
