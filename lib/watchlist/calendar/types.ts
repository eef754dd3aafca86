import type { MarkStatus } from "@/lib/marks/status";
import type { TalkLink } from "@/lib/talks/types";

/** A marked talk as a calendar tells it. */
export type CalendarTalk = {
	readonly id: number;
	/** See lib/schedule/identity.ts. */
	readonly key: string;
	readonly guid: string | null;
	readonly slug: string;
	readonly title: string;
	readonly subtitle: string;
	readonly start: Date;
	/** Minutes. */
	readonly duration: number;
	readonly isCancelled: boolean;
	readonly isWithdrawn: boolean;
	/** When the talk or its mark last changed. */
	readonly changedAt: Date;
	/** How often its time, room or title changed, or whether it takes place. Never less than it once was. */
	readonly revisions: number;
	/** Names; empty where there is none. */
	readonly track: string;
	readonly room: string;
	readonly speakers: readonly string[];
	/** The visitor's own, by name. */
	readonly topics: readonly string[];
	/** Markdown. */
	readonly abstract: string;
	/** Markdown. */
	readonly description: string;
	/** The talk's own page at the conference. */
	readonly url: string | null;
	readonly recordings: readonly Pick<TalkLink, "url" | "title">[];
	readonly status: MarkStatus;
	readonly conference: CalendarConference;
};

export type CalendarConference = {
	readonly slug: string;
	readonly title: string;
	/** IANA name. */
	readonly timeZone: string;
	readonly venue: string;
	readonly city: string;
};

/** The private address under which a visitor's talks can be subscribed to. */
export type CalendarFeed = { readonly token: string };
