import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, Named, Talk } from "@/lib/talks/types";
import type { ExportedLink } from "../compile/types";

export type ExportedConference = Pick<Conference, "slug" | "title" | "startDate" | "endDate" | "timeZone">;

/** A talk as an export chooses, groups and sorts it; what is noted on it is read where it is written. */
export type ExportedTalk = Pick<Talk, "id" | "slug" | "title" | "url" | "start" | "day"> & {
	readonly conference: ExportedConference;
	/** `position` is the order of the schedule. */
	readonly track: (Named & { readonly position: number }) | null;
	readonly room: { readonly name: string; readonly position: number } | null;
	/** In the order in which the schedule gives them. */
	readonly speakers: readonly Named[];
	/** Recordings and slides, in the schedule's order. */
	readonly links: readonly ExportedLink[];
	readonly mark: { readonly status: MarkStatus; readonly updatedAt: Date } | null;
	/** When the note was changed last; null where nothing worth showing is written. */
	readonly noteUpdatedAt: Date | null;
	/** The visitor's own, by name. */
	readonly topics: readonly Named[];
	/** Where it stands in the visitor's own order: compared as text, by code units; null where they did not place it. */
	readonly rank: string | null;
	/** 1 to 5 stars. */
	readonly rating: number | null;
	/** The day on which it was watched, `YYYY-MM-DD`; null where it is not marked watched. */
	readonly watchedOn: string | null;
};

/** What an export holds, without any order. */
export type CollectedTalks = {
	/** The one that was asked for; null where none was. */
	readonly conference: ExportedConference | null;
	readonly talks: readonly ExportedTalk[];
};
