import type { Db, Tx } from "@/lib/db/client";
import { type ConvertedTexts, convertTexts } from "./convert";
import { diffSchedules, isUnchanged, type ScheduleChanges } from "./diff";
import { loadStored, type StoredState } from "./queries";
import { type ImportReport, importReport } from "./report";
import { asStored, type StoredSchedule } from "./stored";
import type { ParsedSchedule, Schedule } from "./types";
import { writeChanges } from "./write";

export type ImportProgress = {
	/** Texts are converted; talks are written. */
	readonly phase: "converting" | "writing";
	readonly done: number;
	readonly total: number;
};

export type ImportOptions = {
	/** Where the schedule was read from: an address, or a file's name. */
	readonly source: string;
	readonly now: Date;
	readonly onProgress?: (progress: ImportProgress) => void;
};

const LONGEST_MS = 120_000;
const MOST_ATTEMPTS = 5;

/**
 * Brings a conference in the database to what a schedule says, in one transaction: everything, or nothing. Talks keep
 * their identity, and with it marks and notes; one that the schedule no longer has is withdrawn. Where nothing changed,
 * nothing is written. Of two imports of a conference at once the second is done over on what the first left.
 */
export async function importSchedule(db: Db, parsed: ParsedSchedule, options: ImportOptions): Promise<ImportReport> {
	const begin = performance.now();
	const { schedule } = parsed;
	for (let attempt = 1; ; attempt++) {
		const stored = await loadStored(db, schedule.conference.slug);
		const before = stored?.schedule ?? asStored({ ...schedule, ...NOTHING }, options.source);
		const changes = diffSchedules(before, schedule, options.source);
		if (!stored || !isUnchanged(changes)) {
			const texts = await convertTexts(changes, (done, total) =>
				options.onProgress?.({ phase: "converting", done, total }),
			);
			const isDone = await writeOnce(db, { stored, before, schedule, changes, texts, options });
			if (!isDone && attempt < MOST_ATTEMPTS) continue;
			if (!isDone) throw new Error("Other imports of this conference kept coming in between; try again.");
		} else if (!(await isStill(db, stored))) {
			continue;
		}
		return importReport(parsed, changes, performance.now() - begin);
	}
}

const NOTHING = { tracks: [], rooms: [], speakers: [], talks: [] } satisfies Partial<Schedule>;

type Work = {
	readonly stored: StoredState | null;
	readonly before: StoredSchedule;
	readonly schedule: Schedule;
	readonly changes: ScheduleChanges;
	readonly texts: ConvertedTexts;
	readonly options: ImportOptions;
};

/** Whether it was written; false where another import has changed what the changes were worked out from. */
async function writeOnce(db: Db, { stored, before, schedule, changes, texts, options }: Work): Promise<boolean> {
	const onWritten = (done: number, total: number) => options.onProgress?.({ phase: "writing", done, total });
	return db.$transaction(
		async (tx) => {
			const conferenceId = await claim(tx, stored, schedule, options.source);
			if (conferenceId === null) return false;
			await writeChanges(tx, { conferenceId, before, changes, texts, now: options.now, onWritten });
			return true;
		},
		{ maxWait: LONGEST_MS, timeout: LONGEST_MS },
	);
}

/**
 * The transaction's first statement, and a write: until it ends, every other import of this conference waits here. The
 * conference's id, or null where it is not in the state any more that the changes were worked out from.
 */
async function claim(tx: Tx, stored: StoredState | null, schedule: Schedule, source: string): Promise<number | null> {
	const data = { ...schedule.conference, source };
	if (stored) {
		const { id, revision } = stored;
		const { count } = await tx.conference.updateMany({
			where: { id, revision },
			data: { ...data, revision: revision + 1 },
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

async function isStill(db: Db, { id, revision }: StoredState): Promise<boolean> {
	return (await db.conference.findFirst({ where: { id, revision }, select: { id: true } })) !== null;
}
