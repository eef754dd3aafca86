import type { TalkListItem } from "@/lib/talks/types";
import type { RecordingOutlook } from "./recording-outlook";

/** A must-see talk of a conference, as its agenda shows it. */
export type AgendaTalk = {
	readonly talk: TalkListItem;
	readonly outlook: RecordingOutlook;
	/** What the schedule changed about its time and room since it was marked, in words: "moved from K.1 to Janson". */
	readonly moves: readonly string[];
};
