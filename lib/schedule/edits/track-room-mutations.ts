import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { type EditOutcome, failEdit, newSlug, withEditTransaction } from "./edit-transaction";
import { planEdit } from "./plan-edit";
import { readScheduledTalk, readScheduledTrackOrRoom } from "./scheduled-values";
import { toScheduledColumn } from "./talk-state";

/** Tracks and rooms are edited alike. */
export type TrackOrRoomKind = "track" | "room";

type SavedTrackOrRoom = { readonly slug: string };
type TrackOrRoom = { readonly conferenceId: number; readonly kind: TrackOrRoomKind; readonly id: number };

/** Adds a track or room that no schedule has, after the others. */
export function addTrackOrRoom(
	db: Db,
	{ conferenceId, kind }: Omit<TrackOrRoom, "id">,
	name: string,
): Promise<EditOutcome<SavedTrackOrRoom>> {
	return withEditTransaction(db, conferenceId, async (tx) => {
		const table = getTable(tx, kind);
		const others = await table.findMany({ where: { conferenceId }, select: { name: true, position: true } });
		if (others.some((other) => isSameName(other.name, name))) return failNameTaken(kind);
		const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
		const slug = await newSlug(table, conferenceId, name, kind);
		await table.create({ data: { conferenceId, slug, name, position, isByHand: true } });
		return { kind: "saved", slug };
	});
}

/** Renames a track or room that was called `opened`; its slug stays. */
export function renameTrackOrRoom(
	db: Db,
	{ conferenceId, kind, id }: TrackOrRoom,
	name: string,
	opened: string,
): Promise<EditOutcome<SavedTrackOrRoom>> {
	return changeName(db, { conferenceId, kind, id }, opened, () => name);
}

/** Has a track or room that was called `opened` be called again what the schedule calls it. */
export function revertTrackOrRoomName(
	db: Db,
	trackOrRoom: TrackOrRoom,
	opened: string,
): Promise<EditOutcome<SavedTrackOrRoom>> {
	return changeName(db, trackOrRoom, opened, (scheduled) => scheduled);
}

function changeName(
	db: Db,
	{ conferenceId, kind, id }: TrackOrRoom,
	opened: string,
	getWanted: (scheduled: string | undefined) => string | undefined,
): Promise<EditOutcome<SavedTrackOrRoom>> {
	return withEditTransaction(db, conferenceId, async (tx, conference) => {
		const table = getTable(tx, kind);
		const row = await table.findUnique({ where: { id, conferenceId } });
		if (!row) return { kind: "gone" };
		const scheduled = readScheduledTrackOrRoom(row.scheduled);
		const name = getWanted(scheduled.name);
		if (name === undefined) return { kind: "unchanged" };
		const isScheduled = !row.isByHand && conference.source !== "";
		const plan = planEdit({ current: { name: row.name }, scheduled, wanted: { name }, isScheduled });
		if (!plan) return { kind: "unchanged" };
		if (row.name !== opened) return { kind: "changed-meanwhile" };
		const others = await table.findMany({ where: { conferenceId, id: { not: id } }, select: { name: true } });
		if (others.some((other) => isSameName(other.name, name))) return failNameTaken(kind);
		const data = { ...plan.values, scheduled: toScheduledColumn(plan.scheduled, Prisma.DbNull) };
		await table.update({ where: { id }, data });
		return { kind: "saved", slug: row.slug };
	});
}

const MAX_NAMED = 3;

/** Removes a track or room that was made by hand and that no talk has, withdrawn ones included. */
export function removeTrackOrRoom(db: Db, { conferenceId, kind, id }: TrackOrRoom): Promise<EditOutcome> {
	return withEditTransaction(db, conferenceId, async (tx) => {
		const table = getTable(tx, kind);
		const row = await table.findUnique({ where: { id, conferenceId } });
		if (!row) return { kind: "gone" };
		if (!row.isByHand) return failEdit("", `This ${kind} is the schedule's: an import removes it once no talk has it.`);
		const where = kind === "track" ? { trackId: id } : { roomId: id };
		const currentTalks = await tx.talk.findMany({ where, select: { title: true }, orderBy: { start: "asc" } });
		const edited = await tx.talk.findMany({
			where: { conferenceId, scheduled: { not: Prisma.DbNull } },
			select: { title: true, scheduled: true },
		});
		const scheduledTalks = edited.filter(({ scheduled }) => readScheduledTalk(scheduled)[kind] === row.slug);
		const titles = [...new Set([...currentTalks, ...scheduledTalks].map(({ title }) => `“${title}”`))];
		if (titles.length > 0) {
			const more = titles.length > MAX_NAMED ? ` and ${titles.length - MAX_NAMED} more` : "";
			return failEdit("", `Talks are in it: ${titles.slice(0, MAX_NAMED).join(", ")}${more}. Move them first.`);
		}
		await table.delete({ where: { id } });
		return { kind: "saved" };
	});
}

// Both tables have the same columns; Prisma's types of them cannot be called as one.
const getTable = (tx: Tx, kind: TrackOrRoomKind) => (kind === "track" ? tx.track : tx.room) as Tx["room"];

const isSameName = (one: string, other: string) => one.toLocaleLowerCase("en") === other.toLocaleLowerCase("en");

const failNameTaken = (kind: TrackOrRoomKind) => failEdit("name", `There is a ${kind} of this name already.`);
