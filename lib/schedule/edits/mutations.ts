import { Temporal } from "temporal-polyfill";
import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { type EditOutcome, newConferenceSlug, withEditTransaction } from "./edit-transaction";
import { pickFields, planEdit } from "./plan-edit";
import { readScheduledConference, type ScheduledConference } from "./scheduled-values";
import { digestState, toScheduledColumn } from "./talk-state";

/** A conference as it is typed: all that can be edited of it. */
export type ConferenceInput = Required<ScheduledConference>;
export type SavedConference = { readonly slug: string };

const SLUG_ATTEMPTS = 5;

/** Makes a conference that has no schedule to import. */
export async function createConference(db: Db, input: ConferenceInput): Promise<SavedConference> {
	for (let attempt = 1; ; attempt++) {
		const slug = await newConferenceSlug(db, input.title);
		try {
			await db.conference.create({ data: { ...input, slug, source: "", revision: 1 } });
			return { slug };
		} catch (error) {
			// Prisma's code for a slug that somebody else took in between.
			const isTaken = error instanceof Error && "code" in error && error.code === "P2002";
			if (!isTaken || attempt === SLUG_ATTEMPTS) throw error;
		}
	}
}

/** A conference, and the state of it that somebody looked at. */
export type OpenedConference = { readonly conferenceId: number; readonly opened: string };

/**
 * Makes a conference what was typed. Its slug stays, and so does the time of day of talks that were made by hand, where the
 * time zone changes: they were typed by its clocks.
 */
export function editConference(
	db: Db,
	conference: OpenedConference,
	input: ConferenceInput,
): Promise<EditOutcome<SavedConference>> {
	return changeConference(db, conference, () => input);
}

/** Has fields of a conference say again what its schedule says of them; all of them where none is named. */
export function revertConferenceEdits(
	db: Db,
	conference: OpenedConference,
	fields: readonly string[] | "all",
): Promise<EditOutcome<SavedConference>> {
	return changeConference(db, conference, (scheduled) => pickFields(scheduled, fields));
}

/** What a conference shows of the fields that can be edited. */
export function toConferenceState(row: ConferenceInput): ConferenceInput {
	const { title, subtitle, timeZone, startDate, endDate, dayChange, venue, city, url } = row;
	return { title, subtitle, timeZone, startDate, endDate, dayChange, venue, city, url };
}

function changeConference(
	db: Db,
	{ conferenceId, opened }: OpenedConference,
	getWanted: (scheduled: ScheduledConference) => ScheduledConference,
): Promise<EditOutcome<SavedConference>> {
	return withEditTransaction<SavedConference>(db, conferenceId, async (tx, row) => {
		const current = toConferenceState(row);
		const scheduled = readScheduledConference(row.scheduled);
		const plan = planEdit({ current, scheduled, wanted: getWanted(scheduled), isScheduled: row.source !== "" });
		if (!plan) return { kind: "unchanged" };
		if (digestState(current) !== opened) return { kind: "changed-meanwhile" };
		const data = { ...plan.values, scheduled: toScheduledColumn(plan.scheduled, Prisma.DbNull) };
		await tx.conference.update({ where: { id: conferenceId }, data });
		const { timeZone } = plan.values;
		if (timeZone !== undefined) await moveManualTalks(tx, conferenceId, current.timeZone, timeZone);
		return { kind: "saved", slug: row.slug };
	});
}

async function moveManualTalks(tx: Tx, conferenceId: number, from: string, to: string): Promise<void> {
	const talks = await tx.talk.findMany({
		where: { conferenceId, isByHand: true },
		select: { id: true, start: true },
	});
	for (const { id, start } of talks) {
		const clock = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(from).toPlainDateTime();
		await tx.talk.update({
			where: { id },
			data: { start: new Date(clock.toZonedDateTime(to).epochMilliseconds) },
		});
	}
}
