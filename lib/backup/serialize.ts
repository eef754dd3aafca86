import type { Backup } from "./types";

/** A backup as the text of its file: a value a line, so that it can be compared, and so that damage can be found. */
export function serializeBackup(backup: Backup): string {
	return `${JSON.stringify(backup, null, "\t")}\n`;
}
