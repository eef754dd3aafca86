import type { Db } from "@/lib/db/client";
import { digestFile } from "@/lib/schedule/file-digest";
import { readSchedule } from "@/lib/schedule/formats";
import type { ImportReport } from "@/lib/schedule/report";
import { findUnchangedImport } from "./find-unchanged-import";
import { type ImportOptions, importSchedule } from "./import-schedule";

/**
 * Imports a schedule's file; see `importSchedule`. The file that its source's conference was last brought to, byte for
 * byte, is not read again. Throws a `ScheduleError` where it is no schedule, a `WithdrawalError` where more than a third of
 * the talks would be withdrawn and `mayWithdraw` does not say that so many may.
 */
export async function importFile(
	db: Db,
	bytes: Uint8Array,
	options: Omit<ImportOptions, "fileDigest">,
): Promise<ImportReport> {
	const file = { mayWithdraw: 0, ...options, fileDigest: digestFile(bytes) };
	return (await findUnchangedImport(db, file)) ?? importSchedule(db, await readSchedule(bytes, options.source), file);
}
