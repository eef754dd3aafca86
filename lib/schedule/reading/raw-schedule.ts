import type { RawLink } from "../fields/classify-link";
import type { DraftTalk } from "./draft";

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
