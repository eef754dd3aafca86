import type { Db } from "@/lib/db/client";
import { digestFile } from "@/lib/schedule/digest";
import { readSchedule } from "@/lib/schedule/formats";
import { type ImportReport, readFileReport } from "@/lib/schedule/report";
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

/**
 * The report of an import that would change nothing: the file that this source's conference was last brought to, byte for
 * byte. It need not be read again. Null where it is not known to be that.
 */
export async function findUnchangedImport(
	db: Db,
	file: { readonly source: string; readonly fileDigest: string; readonly as?: string },
): Promise<ImportReport | null> {
	const begin = performance.now();
	const conference = await db.conference.findFirst({
		where: { fileDigest: file.fileDigest, source: file.source, slug: file.as },
		select: { slug: true, fileReport: true },
	});
	const storedReport = conference && readFileReport(conference.fileReport);
	if (!storedReport) return null;
	const talks = { added: 0, changed: 0, withdrawn: 0, unchanged: storedReport.talkCount };
	return { conference: conference.slug, talks, ...storedReport, ms: Math.round(performance.now() - begin) };
}
