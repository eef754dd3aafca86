import type { Prisma, Tx } from "@/lib/db/client";
import { listNotes } from "../queries";
import type { ExportRequest } from "./request";
import { isSelected } from "./select";
import type { ExportedConference, ExportedTalk, NotesExport } from "./types";

const conferenceSelect = { slug: true, title: true, startDate: true, endDate: true } as const;

/** What a visitor's export holds, in a few queries however much that is; null where there is no such conference. */
export async function gatherNotes(db: Tx, userId: string | null, request: ExportRequest): Promise<NotesExport | null> {
	if (request.conference === null) {
		const talks = await listTalks(db, userId, request);
		return { scope: "all", conferences: byConference(talks) };
	}
	const conference = await db.conference.findUnique({
		where: { slug: request.conference },
		select: conferenceSelect,
	});
	if (!conference) return null;
	const talks = await listTalks(db, userId, request);
	return { scope: "conference", conference: { ...conference, talks } };
}

type TalkOfConference = ExportedTalk & { readonly conference: Omit<ExportedConference, "talks"> };

async function listTalks(db: Tx, visitorId: string | null, request: ExportRequest): Promise<TalkOfConference[]> {
	// Nobody has nothing of their own, but may take along which talks they chose.
	if (visitorId === null && !request.talkIds) return [];
	const userId = visitorId ?? "";
	const conference = request.conference ?? undefined;
	const notes = await listNotes(db, { userId, conference });
	const ofVisitor = [
		{ notes: { some: { userId } } },
		...(request.includeMarked ? [{ marks: { some: { userId } } }] : []),
	];
	const parts = request.talkIds ? inParts(request.talkIds).map((ids) => ({ id: { in: ids } })) : [{ OR: ofVisitor }];
	const rows = [];
	for (const part of parts) {
		const inConference = conference !== undefined && { conference: { slug: conference } };
		rows.push(...(await listRows(db, userId, { ...part, ...inConference })));
	}
	const noteOf = new Map(notes.map((note) => [note.talkId, note]));
	return rows
		.map(({ id, speakers, links, marks, ...talk }) => ({
			...talk,
			speakers: speakers.toSorted(byPosition).map(({ speaker }) => speaker.name),
			links: links.toSorted(byPosition),
			mark: marks[0] ?? null,
			note: noteOf.get(id) ?? null,
		}))
		.filter((talk) => isSelected(talk, request));
}

function listRows(db: Tx, userId: string, where: Prisma.TalkWhereInput) {
	return db.talk.findMany({
		where,
		select: {
			id: true,
			slug: true,
			title: true,
			url: true,
			start: true,
			conference: { select: conferenceSelect },
			track: { select: { slug: true, name: true, position: true } },
			room: { select: { position: true } },
			// Sorted below: with an order of their own, the rows of more than 999 talks could not be fetched in parts.
			speakers: { select: { position: true, speaker: { select: { name: true } } } },
			links: {
				where: { kind: { in: ["RECORDING", "SLIDES"] } },
				select: { kind: true, url: true, title: true, position: true },
			},
			marks: { where: { userId }, select: { status: true, updatedAt: true } },
		},
	});
}

/** SQLite takes no longer lists. */
const IDS_AT_ONCE = 500;

function inParts(ids: readonly number[]): number[][] {
	const parts = [];
	for (let first = 0; first < ids.length; first += IDS_AT_ONCE) parts.push(ids.slice(first, first + IDS_AT_ONCE));
	return parts;
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
	return a.position - b.position;
}

function byConference(talks: readonly TalkOfConference[]): ExportedConference[] {
	const groups = new Map<string, ExportedConference & { readonly talks: TalkOfConference[] }>();
	for (const talk of talks) {
		const group = groups.get(talk.conference.slug);
		if (group) group.talks.push(talk);
		else groups.set(talk.conference.slug, { ...talk.conference, talks: [talk] });
	}
	return [...groups.values()];
}
