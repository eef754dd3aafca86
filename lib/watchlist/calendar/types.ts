import type { MarkStatus } from "@/lib/marks/status";
import type { ScheduleTalk } from "@/lib/schedule/types";
import type { Conference, TalkLink } from "@/lib/talks/types";

/** A marked talk as a calendar tells it. */
export type CalendarTalk = Pick<
	ScheduleTalk,
	"key" | "guid" | "slug" | "title" | "subtitle" | "start" | "duration" | "isCancelled" | "url"
> & {
	readonly id: number;
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
	readonly recordings: readonly Pick<TalkLink, "url" | "title">[];
	readonly status: MarkStatus;
	readonly conference: CalendarConference;
};

export type CalendarConference = Pick<Conference, "slug" | "title" | "timeZone" | "venue" | "city">;

/** The private address under which a visitor's talks can be subscribed to. */
export type CalendarFeed = { readonly token: string };
