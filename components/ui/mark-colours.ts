import type { MarkStatus } from "@/lib/marks/status";

/** Of the words and icons of marks. */
export const MARK_COLOURS: Readonly<Record<MarkStatus, string>> = {
	MUST_SEE: "text-must-see",
	WATCHED: "text-watched",
	MISSED: "text-missed",
};
