import { ScheduleError } from "./schedule-error";

/** Why a schedule was not imported, in one line for whoever asked for it. */
export function formatImportError(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	// What the database says spans lines, and its last one says what is the matter.
	const line = error instanceof ScheduleError ? message : `Nothing was imported: ${message.trim().split("\n").at(-1)}`;
	return line.replace(/\s+/g, " ");
}
