import type { MarkStatus } from "@/lib/marks/status";

/** What a visitor made of a talk at one moment: the end result, `null` for no mark. */
export type MarkEvent = {
	/** Chosen where it was pressed. */
	readonly id: string;
	readonly talkId: number;
	readonly status: MarkStatus | null;
	readonly at: Date;
};

/** An entry of a visitor's log. */
export type MarkLogEntry = {
	readonly id: string;
	readonly talkId: number;
	/** What the entry before left; null for unmarked. */
	readonly from: MarkStatus | null;
	readonly to: MarkStatus | null;
	/** When it was pressed. */
	readonly at: Date;
	/** The day on which it really was, `YYYY-MM-DD`, where the visitor corrected it. */
	readonly correctedDay: string | null;
};

/** What the server answers to presses. */
export type MarksResponse = {
	/** The visitor's marks of the talks that were pressed: that of a press, or of a later one of another device. */
	readonly marks: readonly (readonly [talkId: number, status: MarkStatus | null])[];
	/** Ids of presses that are not kept, and why. */
	readonly refused: readonly (readonly [id: string, message: string])[];
};
