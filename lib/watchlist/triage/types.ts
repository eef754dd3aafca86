import type { TalkListItem } from "@/lib/talks/types";

/** What somebody decides by about a talk. */
export type TriageTalk = TalkListItem & {
	/** Markdown. */
	readonly abstract: string;
	/** Markdown. */
	readonly description: string;
	/** Null where the schedule does not say. */
	readonly willBeRecorded: boolean | null;
};
