import type { MarkStatus } from "@/lib/marks/status";
import type { Topic } from "@/lib/topics/types";

/** An entry of the visitor's log of a talk, as JSON brings it. */
export type LogEntry = {
	readonly id: string;
	/** What the entry before left; null for unmarked. */
	readonly from: MarkStatus | null;
	readonly to: MarkStatus | null;
	/** When it was pressed, ISO 8601. */
	readonly at: string;
	/** The day on which it really was, `YYYY-MM-DD`, where the visitor corrected it. */
	readonly correctedDay: string | null;
};

/** What a talk's page asks for once it is shown: what the visitor made of the talk, beside their mark and note. */
export type OwnTalk = {
	/** 1 to 5. */
	readonly rating: number | null;
	readonly topics: readonly Topic[];
	/** All of the visitor's, to choose from. */
	readonly allTopics: readonly Topic[];
	/** The earliest first. */
	readonly log: readonly LogEntry[];
};
