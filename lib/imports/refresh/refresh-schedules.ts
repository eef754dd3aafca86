import type { Db } from "@/lib/db/client";
import { deadlineIn } from "@/lib/http/fetch-checked";
import { createIpFilter } from "@/lib/http/public-ip";
import { findUnchangedImport } from "@/lib/imports/import-file";
import { importSchedule } from "@/lib/imports/import-schedule";
import { sharesTalks } from "@/lib/schedule/conference-of";
import { digestFile, isCurrentDigest } from "@/lib/schedule/digest";
import { formatImportError } from "@/lib/schedule/format-import-error";
import { readSchedule } from "@/lib/schedule/formats";
import { loadStored } from "@/lib/schedule/queries";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import type { ImportReport } from "@/lib/schedule/report";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import type { ParsedSchedule } from "@/lib/schedule/types";
import { WithdrawalError } from "@/lib/schedule/withdrawal";
import { fetchScheduleIfModified } from "../sources/find-schedule";

export type RefreshOptions = {
	/** When each conference is asked for. */
	readonly now: () => Date;
	/** Conferences that were asked for more recently are left alone, by whoever that was. */
	readonly notSince?: Date;
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
	/** For each address (30,000). */
	readonly timeoutMs?: number;
	/** Told as soon as it is known of each. */
	readonly onRefreshed?: (refreshed: RefreshResult) => void;
};

/** What became of one conference; its `problem` is one sentence. */
export type RefreshResult = { readonly conference: string; readonly title: string } & (
	| { readonly status: "unchanged" }
	| { readonly status: "changed"; readonly talks: ImportReport["talks"] }
	| { readonly status: "failed"; readonly problem: string }
);

type ConferenceSource = {
	readonly id: number;
	readonly slug: string;
	readonly title: string;
	readonly source: string;
	readonly fileDigest: string;
	readonly etag: string;
	readonly lastModified: string;
};

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Asks the address that each conference was read from for a newer schedule, and imports it. Nothing else is asked, and a
 * conference that fails keeps what it has and stops no other. Several processes may do this at once: those that
 * give `notSince` share the conferences among them.
 */
export async function refreshSchedules(db: Db, options: RefreshOptions): Promise<RefreshResult[]> {
	const conferences = await db.conference.findMany({
		where: { OR: [{ source: { startsWith: "http://" } }, { source: { startsWith: "https://" } }] },
		orderBy: { id: "asc" },
		select: { id: true, slug: true, title: true, source: true, fileDigest: true, etag: true, lastModified: true },
	});
	const all: RefreshResult[] = [];
	for (const conference of conferences) {
		if (!(await claimConference(db, conference, options))) continue;
		const refreshed = await refreshConference(db, conference, options);
		const checkProblem = refreshed.status === "failed" ? refreshed.problem : "";
		await db.conference.updateMany({ where: { id: conference.id }, data: { checkProblem } });
		all.push(refreshed);
		options.onRefreshed?.(refreshed);
	}
	return all;
}

/** Whether it is this process's to ask for; false where another one has just done so, or it is gone. */
async function claimConference(
	db: Db,
	{ id, source }: ConferenceSource,
	{ now, notSince }: RefreshOptions,
): Promise<boolean> {
	const isDue = notSince && { OR: [{ checkedAt: null }, { checkedAt: { lte: notSince } }] };
	const { count } = await db.conference.updateMany({ where: { id, source, ...isDue }, data: { checkedAt: now() } });
	return count === 1;
}

async function refreshConference(
	db: Db,
	conference: ConferenceSource,
	options: RefreshOptions,
): Promise<RefreshResult> {
	const { slug, title } = conference;
	try {
		const report = await importNewer(db, conference, options);
		const { added = 0, changed = 0, withdrawn = 0 } = report?.talks ?? {};
		if (!report || added + changed + withdrawn === 0) return { conference: slug, title, status: "unchanged" };
		return { conference: slug, title, status: "changed", talks: report.talks };
	} catch (error) {
		const { source } = conference;
		const how = `If that is meant, import it under "Add a conference", or with \`npm run import -- ${source} --as ${slug} --yes\`.`;
		const problem = formatImportError(error instanceof WithdrawalError ? error.confirmed(how) : error);
		return { conference: slug, title, status: "failed", problem };
	}
}

/** Null where there is nothing new: the server says so, or has gone on to a conference that is here too. */
async function importNewer(
	db: Db,
	conference: ConferenceSource,
	options: RefreshOptions,
): Promise<ImportReport | null> {
	const { slug, title, source } = conference;
	const known = isCurrentDigest(conference.fileDigest) ? conference : { etag: "", lastModified: "" };
	const fetched = await fetchScheduleIfModified(source, known, {
		deadline: deadlineIn(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
		isAllowed: createIpFilter(options.allowPrivate),
		maxBytes: MAX_SCHEDULE_BYTES,
	});
	if (!fetched) return null;
	const { bytes, etag, lastModified } = fetched;
	const file = { source, etag, lastModified, fileDigest: digestFile(bytes) };
	const unchanged = await findUnchangedImport(db, file);
	if (unchanged) {
		// Only beside the file that it was said of: another one may have been imported by hand meanwhile.
		const where = { slug, fileDigest: file.fileDigest };
		await db.conference.updateMany({ where, data: { etag, lastModified } });
		return unchanged;
	}
	const parsed = await readSchedule(bytes, source);
	const incoming = parsed.schedule.conference;
	if (incoming.slug !== slug && !(await isOf(db, conference, parsed))) {
		// The address of "the current conference" has moved on to the next one: not for this one to bring in.
		if ((await db.conference.count({ where: { slug: incoming.slug, source } })) > 0) return null;
		throw new ScheduleError(
			`The address has another conference's schedule now, "${incoming.title}" instead of "${title}"; import it to have both.`,
		);
	}
	return importSchedule(db, parsed, { ...file, as: slug, mayWithdraw: 0, now: options.now() });
}

/** Whether a schedule is of a conference although it names another or none: one was imported under a name of its own. */
async function isOf(
	db: Db,
	{ slug }: ConferenceSource,
	{ isNamedAfterFile, schedule }: ParsedSchedule,
): Promise<boolean> {
	if (isNamedAfterFile) return true;
	const stored = await loadStored(db, slug);
	return stored !== null && sharesTalks(stored.schedule, schedule);
}
