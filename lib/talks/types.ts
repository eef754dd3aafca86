import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import type { ScheduleConference, ScheduleLink, ScheduleTalk } from "@/lib/schedule/types";

export type Named = { readonly slug: string; readonly name: string };

export type Conference = Omit<ScheduleConference, "dayChange" | "version"> & {
	readonly id: number;
	/** Raised by every import that changed something. */
	readonly revision: number;
};

export type ConferenceSummary = Conference & { readonly talkCount: number; readonly recordingCount: number };

/** A day of a conference that has talks, `YYYY-MM-DD`, and how many. */
export type ConferenceDay = { readonly date: string; readonly talkCount: number };

type ListedField = "slug" | "title" | "subtitle" | "type" | "language" | "day" | "start" | "duration" | "isCancelled";

/** What a list shows of a talk. */
export type TalkListItem = Pick<ScheduleTalk, ListedField> & {
	readonly id: number;
	readonly track: Named | null;
	readonly room: Named | null;
	readonly speakers: readonly Named[];
	readonly hasRecording: boolean;
	readonly hasSlides: boolean;
	readonly isWithdrawn: boolean;
};

export type TalkLink = ScheduleLink;

export type Talk = TalkListItem & {
	/** When an import no longer had it, or somebody withdrew it by hand. */
	readonly withdrawnAt: Date | null;
	/** When it came into the schedule here. */
	readonly createdAt: Date;
	/** Markdown. */
	readonly abstract: string;
	/** Markdown. */
	readonly description: string;
	readonly url: string | null;
	readonly links: readonly TalkLink[];
	/** No schedule has it: somebody added it here. */
	readonly isByHand: boolean;
	/** What was changed by hand of what the schedule says. */
	readonly edited: readonly EditableTalkField[];
};

export type Speaker = Named & {
	/** Markdown. */
	readonly biography: string;
};

/** A track or room with the number of its talks. */
export type Counted = Named & { readonly talkCount: number };
