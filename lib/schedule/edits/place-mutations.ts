import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { type EditOutcome, refused } from "./outcome";
import { planEdit } from "./plan";
import { readScheduledPlace, readScheduledTalk } from "./scheduled";
import { newSlug } from "./taken-slugs";
import { scheduledColumn } from "./talk-rows";
import { editing } from "./transaction";

/** Tracks and rooms are edited alike. */
export type PlaceKind = "track" | "room";

type SavedPlace = { readonly slug: string };
type Place = { readonly conferenceId: number; readonly kind: PlaceKind; readonly id: number };

/** Adds a track or room that no schedule has, after the others. */
export function addPlace(
	db: Db,
	{ conferenceId, kind }: Omit<Place, "id">,
	name: string,
): Promise<EditOutcome<SavedPlace>> {
	return editing(db, conferenceId, async (tx) => {
		const places = tableOf(tx, kind);
		const others = await places.findMany({ where: { conferenceId }, select: { name: true, position: true } });
		if (others.some((other) => isSameName(other.name, name))) return nameTaken(kind);
		const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
		const slug = await newSlug(places, conferenceId, name, kind);
		await places.create({ data: { conferenceId, slug, name, position, isByHand: true } });
		return { kind: "saved", slug };
	});
}

/** Renames a track or room that was called `opened`; its slug stays. */
export function renamePlace(
	db: Db,
	{ conferenceId, kind, id }: Place,
	name: string,
	opened: string,
): Promise<EditOutcome<SavedPlace>> {
	return changeName(db, { conferenceId, kind, id }, opened, () => name);
}

/** Has a track or room that was called `opened` be called again what the schedule calls it. */
export function takeBackPlaceName(db: Db, place: Place, opened: string): Promise<EditOutcome<SavedPlace>> {
	return changeName(db, place, opened, (scheduled) => scheduled);
}

function changeName(
	db: Db,
	{ conferenceId, kind, id }: Place,
	opened: string,
	wantedOf: (scheduled: string | undefined) => string | undefined,
): Promise<EditOutcome<SavedPlace>> {
	return editing(db, conferenceId, async (tx, conference) => {
		const places = tableOf(tx, kind);
		const row = await places.findUnique({ where: { id, conferenceId } });
		if (!row) return { kind: "gone" };
		const scheduled = readScheduledPlace(row.scheduled);
		const name = wantedOf(scheduled.name);
		if (name === undefined) return { kind: "unchanged" };
		const isScheduled = !row.isByHand && conference.source !== "";
		const plan = planEdit({ shown: { name: row.name }, scheduled, wanted: { name }, isScheduled });
		if (!plan) return { kind: "unchanged" };
		if (row.name !== opened) return { kind: "changed-meanwhile" };
		const others = await places.findMany({ where: { conferenceId, id: { not: id } }, select: { name: true } });
		if (others.some((other) => isSameName(other.name, name))) return nameTaken(kind);
		const data = { ...plan.values, scheduled: scheduledColumn(plan.scheduled, Prisma.DbNull) };
		await places.update({ where: { id }, data });
		return { kind: "saved", slug: row.slug };
	});
}

const MOST_NAMED = 3;

/** Removes a track or room that was made by hand and that no talk has, withdrawn ones included. */
export function removePlace(db: Db, { conferenceId, kind, id }: Place): Promise<EditOutcome> {
	return editing(db, conferenceId, async (tx) => {
		const places = tableOf(tx, kind);
		const row = await places.findUnique({ where: { id, conferenceId } });
		if (!row) return { kind: "gone" };
		if (!row.isByHand) return refused("", `This ${kind} is the schedule's: an import removes it once no talk has it.`);
		const where = kind === "track" ? { trackId: id } : { roomId: id };
		const shown = await tx.talk.findMany({ where, select: { title: true }, orderBy: { start: "asc" } });
		const edited = await tx.talk.findMany({
			where: { conferenceId, scheduled: { not: Prisma.DbNull } },
			select: { title: true, scheduled: true },
		});
		const told = edited.filter(({ scheduled }) => readScheduledTalk(scheduled)[kind] === row.slug);
		const titles = [...new Set([...shown, ...told].map(({ title }) => `“${title}”`))];
		if (titles.length > 0) {
			const more = titles.length > MOST_NAMED ? ` and ${titles.length - MOST_NAMED} more` : "";
			return refused("", `Talks are in it: ${titles.slice(0, MOST_NAMED).join(", ")}${more}. Move them first.`);
		}
		await places.delete({ where: { id } });
		return { kind: "saved" };
	});
}

// Both tables have the same columns; Prisma's types of them cannot be called as one.
const tableOf = (tx: Tx, kind: PlaceKind) => (kind === "track" ? tx.track : tx.room) as Tx["room"];

const isSameName = (one: string, other: string) => one.toLocaleLowerCase("en") === other.toLocaleLowerCase("en");

const nameTaken = (kind: PlaceKind) => refused("name", `There is a ${kind} of this name already.`);
