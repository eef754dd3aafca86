import { restoreAwaitedTalks } from "@/lib/backup/restore";
import type { Db, Prisma, Tx } from "@/lib/db/client";
import { createRowInserter } from "@/lib/db/insert-rows";
import { recordImport } from "@/lib/schedule/changes/mutations";
import { toRecordedChanges } from "@/lib/schedule/changes/recorded-changes";
import { conferenceOf } from "@/lib/schedule/conference-of";
import { type ConvertedTexts, convertTexts } from "@/lib/schedule/convert";
import { diffSchedules, isUnchanged, type ScheduleChanges } from "@/lib/schedule/diff";
import { dropUnchangedTexts } from "@/lib/schedule/drop-unchanged-texts";
import type { StoredState } from "@/lib/schedule/queries";
import { createFileReport, createImportReport, type ImportReport } from "@/lib/schedule/report";
import { type StoredSchedule, toStoredSchedule } from "@/lib/schedule/stored";
import type { ParsedSchedule, Schedule } from "@/lib/schedule/types";
import { asksFirst, WithdrawalError, withdrawalOf } from "@/lib/schedule/withdrawal";
import { writeChanges } from "@/lib/schedule/write-changes";

export type ImportProgress = {
	/** Texts are converted; talks are written. */
	readonly phase: "converting" | "writing";
	readonly done: number;
	readonly total: number;
};

/** Where a schedule's file came from, and what knows it again. */
type ImportedFile = {
	/** An address, or a file's name. */
	readonly source: string;
	/** See file-digest.ts; "" where the bytes are not known. */
	readonly fileDigest?: string;
	/** What the source's server said. */
	readonly etag?: string;
	readonly lastModified?: string;
};

export type ImportOptions = ImportedFile & {
	readonly now: Date;
	/** The slug of the conference that it is of, whatever the schedule says. */
	readonly as?: string;
	/** How many talks may be withdrawn although that is more than a third of them; any number where it is left out. */
	readonly mayWithdraw?: number;
	readonly onProgress?: (progress: ImportProgress) => void;
};

const MAX_TRANSACTION_MS = 120_000;
const MAX_ATTEMPTS = 5;

/**
 * Brings a conference in the database to what a schedule says, in one transaction: everything, or nothing. Talks keep
 * their identity, and with it marks and notes; one that the schedule no longer has is withdrawn; what was changed by hand
 * stays; what visitors restored of talks before these were here joins them. Where nothing changed, nothing of the schedule
 * is written. Of two imports of a conference at once the second is done over on what the first left. Throws a
 * `WithdrawalError` where it would withdraw more talks than it may.
 */
export async function importSchedule(db: Db, given: ParsedSchedule, options: ImportOptions): Promise<ImportReport> {
	const begin = performance.now();
	for (let attempt = 1; ; attempt++) {
		const { parsed, stored } = await conferenceOf(db, given, options);
		const { schedule } = parsed;
		const source = chooseSource(stored, options.source);
		const before = stored?.schedule ?? toStoredSchedule({ ...schedule, ...EMPTY_SCHEDULE }, source);
		const found = diffSchedules(before, schedule, source);
		const withdrawal = withdrawalOf(found);
		if (asksFirst(withdrawal) && withdrawal.withdrawn > (options.mayWithdraw ?? Number.POSITIVE_INFINITY)) {
			throw new WithdrawalError(before.conference.title, withdrawal);
		}
		const texts = await convertTexts(found, (done, total) =>
			options.onProgress?.({ phase: "converting", done, total }),
		);
		const changes = stored ? await dropUnchangedTexts(db, found, texts) : found;
		const job = { stored, before, parsed, changes, texts, source, options };
		const isDone = stored && isUnchanged(changes) ? await recordFile(db, stored, job) : await writeImport(db, job);
		if (isDone) return createImportReport(parsed, changes, performance.now() - begin);
		if (attempt === MAX_ATTEMPTS) {
			throw new Error("Other imports of this conference kept coming in between; try again.");
		}
	}
}

const EMPTY_SCHEDULE = { tracks: [], rooms: [], speakers: [], talks: [] } satisfies Partial<Schedule>;

/** A file that is brought in by hand does not take the address away from which the conference is kept up to date. */
function chooseSource(stored: StoredState | null, source: string): string {
	const isUrl = (text: string) => /^https?:/i.test(text);
	return stored && isUrl(stored.schedule.conference.source) && !isUrl(source)
		? stored.schedule.conference.source
		: source;
}

type ImportJob = {
	readonly stored: StoredState | null;
	readonly before: StoredSchedule;
	readonly parsed: ParsedSchedule;
	readonly changes: ScheduleChanges;
	readonly texts: ConvertedTexts;
	readonly source: string;
	readonly options: ImportOptions;
};

/** Whether it was written; false where another import has changed what the changes were worked out from. */
async function writeImport(db: Db, job: ImportJob): Promise<boolean> {
	const { stored, before, parsed, changes, texts, options } = job;
	const { schedule } = parsed;
	const inserter = createRowInserter(db);
	const onWritten = (done: number, total: number) => options.onProgress?.({ phase: "writing", done, total });
	return db.$transaction(
		async (tx) => {
			const conferenceId = await claimConference(tx, job);
			if (conferenceId === null) return false;
			const { now } = options;
			const addedIds = await writeChanges(tx, { conferenceId, before, changes, texts, inserter, now, onWritten });
			await recordImport(tx, {
				conferenceId,
				at: now,
				source: options.source,
				version: schedule.conference.version,
				isFirst: stored === null,
				changes: toRecordedChanges(before, schedule, changes),
				addedIds,
			});
			await restoreAwaitedTalks(tx, schedule.conference.slug);
			return true;
		},
		{ maxWait: MAX_TRANSACTION_MS, timeout: MAX_TRANSACTION_MS },
	);
}

/**
 * The transaction's first statement, and a write: until it ends, every other import of this conference waits here. The
 * conference's id, or null where it is not in the state any more that the changes were worked out from.
 */
async function claimConference(tx: Tx, { stored, parsed, source, options }: ImportJob): Promise<number | null> {
	const data = { ...parsed.schedule.conference, source, ...toFileColumns(parsed, options) };
	if (stored) {
		const { id, revision, schedule } = stored;
		const { edited } = schedule.conference;
		const columns = Object.fromEntries(Object.entries(data).filter(([field]) => !edited.includes(field)));
		const scheduled = Object.fromEntries(Object.entries(data).filter(([field]) => edited.includes(field)));
		const { count } = await tx.conference.updateMany({
			where: { id, revision },
			data: { ...columns, ...(edited.length > 0 && { scheduled }), revision: revision + 1 },
		});
		return count === 1 ? id : null;
	}
	// Not `create`: where another import has just made it, that would be an error. Only a new one's revision is 0.
	const { slug } = data;
	const { id, revision } = await tx.conference.upsert({ where: { slug }, create: data, update: { slug } });
	if (revision > 0) return null;
	await tx.conference.update({ where: { id }, data: { revision: 1 } });
	return id;
}

/** Keeps what knows the file again where its schedule says what is stored already; false where that is not so any more. */
async function recordFile(
	db: Db,
	{ id, revision }: StoredState,
	{ parsed, source, options }: ImportJob,
): Promise<boolean> {
	const where = { id, revision };
	if (!options.fileDigest || source !== options.source) return (await db.conference.count({ where })) === 1;
	const { count } = await db.conference.updateMany({ where, data: toFileColumns(parsed, options) });
	return count === 1;
}

// What the address last said is forgotten when a file is brought in by hand: it has to be read again.
function toFileColumns(parsed: ParsedSchedule, { fileDigest = "", etag = "", lastModified = "" }: ImportedFile) {
	return { fileDigest, fileReport: createFileReport(parsed) satisfies Prisma.InputJsonObject, etag, lastModified };
}
