import type { MarkStatus } from "@/lib/marks/status";

/** What a page asks for once it is shown: the visitor, and what is theirs. */
export type VisitorState = {
	readonly visitor: {
		readonly id: string;
		readonly name: string;
		readonly isGuest: boolean;
		/** Whether they may import and edit schedules. */
		readonly mayEdit: boolean;
	} | null;
	/** When the server answered, in milliseconds since 1970. */
	readonly now: number;
	readonly marks: readonly (readonly [talkId: number, status: MarkStatus])[];
};
