import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import type { LinkKind } from "@/lib/schedule/types";

export type Named = { readonly slug: string; readonly name: string };

export type Conference = {
	readonly id: number;
	readonly slug: string;
	readonly title: string;
	readonly subtitle: string;
	/** IANA name. */
	readonly timeZone: string;
	/** First and last day, `YYYY-MM-DD`. */
	readonly startDate: string;
	readonly endDate: string;
	readonly venue: string;
	readonly city: string;
	readonly url: string | null;
	/** Raised by every import that changed something. */
	readonly revision: number;
};

export type ConferenceSummary = Conference & { readonly talkCount: number; readonly recordingCount: number };

/** A day of a conference that has talks, `YYYY-MM-DD`, and how many. */
export type ConferenceDay = { readonly date: string; readonly talkCount: number };

/** What a list shows of a talk. */
export type TalkListItem = {
	readonly id: number;
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
	readonly track: Named | null;
	readonly room: Named | null;
	readonly speakers: readonly Named[];
	readonly hasRecording: boolean;
	readonly hasSlides: boolean;
	/** The schedule still lists it and says that it does not take place. */
	readonly isCancelled: boolean;
	readonly isWithdrawn: boolean;
};

export type TalkLink = { readonly kind: LinkKind; readonly url: string; readonly title: string };

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
