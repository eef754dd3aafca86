import type { LinkKind } from "@/lib/schedule/types";
import type { MarkStatus } from "@/lib/watchlist/types";
import type { NoteContent } from "../types";

export type ExportedLink = { readonly kind: LinkKind; readonly url: string; readonly title: string };

export type ExportedTalk = {
	/** Unique within its conference. */
	readonly slug: string;
	readonly title: string;
	/** The talk's own page at the conference. */
	readonly url: string | null;
	readonly start: Date;
	/** `position` is the order of the schedule. */
	readonly track: { readonly slug: string; readonly name: string; readonly position: number } | null;
	readonly room: { readonly position: number } | null;
	/** Names, in the order in which the schedule gives them. */
	readonly speakers: readonly string[];
	readonly links: readonly ExportedLink[];
	readonly mark: { readonly status: MarkStatus; readonly updatedAt: Date } | null;
	readonly note: (NoteContent & { readonly updatedAt: Date }) | null;
};

export type ExportedConference = {
	readonly slug: string;
	readonly title: string;
	/** First and last day, `YYYY-MM-DD`. */
	readonly startDate: string;
	readonly endDate: string;
	readonly talks: readonly ExportedTalk[];
};

/** What is exported, without any order: the writer has one. */
export type NotesExport =
	| { readonly scope: "conference"; readonly conference: ExportedConference }
	| { readonly scope: "all"; readonly conferences: readonly ExportedConference[] };
