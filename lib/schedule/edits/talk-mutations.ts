import { randomUUID } from "node:crypto";
import { type Db, Prisma, type Tx } from "@/lib/db/client";
import { recordEdit } from "../changes/mutations";
import { diffReadableFields, toNames } from "../changes/recorded-changes";
import { isRecorded } from "../talk-row";
import {
	type EditedConference,
	type EditFailure,
	type EditOutcome,
	failEdit,
	newSlug,
	withEditTransaction,
} from "./edit-transaction";
import { pickFields, planEdit } from "./plan-edit";
import { createScheduledText, parseTypedStart, resolveSpeakers, type TalkInput } from "./talk-input";
import {
	digestState,
	readTalkState,
	type TalkState,
	talkStateSelect,
	toReadableTalk,
	toRecordedColumn,
	toScheduledColumn,
	toTalkColumns,
	writeTalkLists,
} from "./talk-state";

type SavedTalk = { readonly slug: string };

/** Adds a talk that no schedule has. */
export async function addTalk(
	db: Db,
	conferenceId: number,
	input: TalkInput,
	now: Date,
): Promise<EditOutcome<SavedTalk>> {
	return withEditTransaction(db, conferenceId, async (tx, conference) => {
		const state = await parseTalkState(tx, conference, input, null);
		if (isEditFailure(state)) return state;
		const slug = await newSlug(tx.talk, conferenceId, input.title, "talk");
		const { day, duration, title } = state;
		const { id } = await tx.talk.create({
			data: {
				...(await toTalkColumns(tx, conferenceId, state)),
				// Of these columns Prisma's types want to see that they are there.
				...{ day, duration, title, start: new Date(state.start) },
				conferenceId,
				slug,
				key: `hand:${randomUUID()}`,
				isByHand: true,
				recordedAt: isRecorded(state) ? now : null,
			},
			select: { id: true },
		});
		await writeTalkLists(tx, { id, conferenceId }, state);
		await recordEdit(tx, { conferenceId, talkId: id, kind: "ADDED", fields: {}, at: now });
		return { kind: "saved", slug };
	});
}

/** A talk, and the state of it that somebody looked at: see `stateDigest`. */
export type OpenedTalk = { readonly conferenceId: number; readonly talkId: number; readonly opened: string };

/** Makes a talk what was typed. Only what differs from what it shows becomes an edit. */
export async function editTalk(db: Db, talk: OpenedTalk, input: TalkInput, now: Date): Promise<EditOutcome<SavedTalk>> {
	return changeTalk(db, talk, now, (tx, conference, { current }) => parseTalkState(tx, conference, input, current));
}

/** Has fields of a talk say again what the schedule says of them; all of them where none is named. */
export async function revertTalkEdits(
	db: Db,
	talk: OpenedTalk,
	fields: readonly string[] | "all",
	now: Date,
): Promise<EditOutcome<SavedTalk>> {
	return changeTalk(db, talk, now, async (_tx, _conference, { scheduled }) => pickFields(scheduled, fields));
}

type States = ReturnType<typeof readTalkState>;

function changeTalk(
	db: Db,
	{ conferenceId, talkId, opened }: OpenedTalk,
	now: Date,
	getWanted: (tx: Tx, conference: EditedConference, states: States) => Promise<Partial<TalkState> | EditFailure>,
): Promise<EditOutcome<SavedTalk>> {
	return withEditTransaction(db, conferenceId, async (tx, conference) => {
		const row = await tx.talk.findUnique({ where: { id: talkId, conferenceId }, select: talkStateSelect });
		if (!row) return { kind: "gone" };
		const states = readTalkState(row);
		const { current, scheduled } = states;
		const wanted = await getWanted(tx, conference, states);
		if (isEditFailure(wanted)) return wanted;
		const plan = planEdit({ current, scheduled, wanted, isScheduled: !row.isByHand });
		// Whoever wants what is shown already has it, whatever happened meanwhile.
		if (!plan) return { kind: "unchanged" };
		if (digestState(current) !== opened) return { kind: "changed-meanwhile" };
		await tx.talk.update({
			where: { id: talkId },
			data: {
				...(await toTalkColumns(tx, conferenceId, plan.values)),
				...toRecordedColumn(current, plan.values, now),
				scheduled: toScheduledColumn(plan.scheduled, Prisma.DbNull),
			},
		});
		await writeTalkLists(tx, { id: talkId, conferenceId }, plan.values);
		const after = { ...current, ...plan.values };
		const names = await loadNames(tx, conferenceId);
		const changed = new Set(Object.keys(plan.values));
		const fields = diffReadableFields(toReadableTalk(current), toReadableTalk(after), changed, {
			before: names,
			after: names,
		});
		await recordEdit(tx, { conferenceId, talkId, kind: "CHANGED", fields, at: now });
		return { kind: "saved", slug: row.slug };
	});
}

/** Withdraws a talk that was made by hand, or brings it back. It is never removed, and its marks and notes with it. */
export async function setTalkWithdrawn(
	db: Db,
	{ conferenceId, talkId }: Omit<OpenedTalk, "opened">,
	isWithdrawn: boolean,
	now: Date,
): Promise<EditOutcome<SavedTalk>> {
	return withEditTransaction(db, conferenceId, async (tx) => {
		const row = await tx.talk.findUnique({ where: { id: talkId, conferenceId } });
		if (!row) return { kind: "gone" };
		if (!row.isByHand) return failEdit("", "This talk is the schedule's: an import withdraws it, or brings it back.");
		if ((row.withdrawnAt !== null) === isWithdrawn) return { kind: "unchanged" };
		await tx.talk.update({ where: { id: talkId }, data: { withdrawnAt: isWithdrawn ? now : null } });
		const kind = isWithdrawn ? "WITHDRAWN" : "RETURNED";
		await recordEdit(tx, { conferenceId, talkId, kind, fields: {}, at: now });
		return { kind: "saved", slug: row.slug };
	});
}

/** What was typed as a state, its new speakers made; or what is wrong with it. */
async function parseTalkState(
	tx: Tx,
	conference: EditedConference,
	input: TalkInput,
	before: TalkState | null,
): Promise<TalkState | EditFailure> {
	const { id: conferenceId } = conference;
	const { time, speakers, abstract, description, ...plain } = input;
	const start = parseTypedStart(input, before, conference);
	if (isEditFailure(start)) return start;
	for (const [field, table] of [
		["track", tx.track],
		["room", tx.room],
	] as const) {
		const slug = input[field];
		const rows = table as Tx["room"];
		if (slug !== null && (await rows.count({ where: { conferenceId, slug } })) === 0) {
			return failEdit(field, `There is no such ${field} any more.`);
		}
	}
	return {
		...plain,
		...start,
		links: [...input.links],
		abstract: createScheduledText(abstract),
		description: createScheduledText(description),
		speakers: await resolveSpeakerKeys(tx, conferenceId, speakers),
	};
}

async function resolveSpeakerKeys(tx: Tx, conferenceId: number, names: readonly string[]): Promise<string[]> {
	const known = await tx.speaker.findMany({
		where: { conferenceId },
		select: { key: true, slug: true, name: true },
	});
	const keys: string[] = [];
	for (const speaker of resolveSpeakers(names, known)) {
		if ("key" in speaker) keys.push(speaker.key);
		else keys.push((await createSpeaker(tx, conferenceId, speaker.newName)).key);
	}
	return keys;
}

/** A speaker whom no schedule has. */
export async function createSpeaker(tx: Tx, conferenceId: number, name: string, biography = "") {
	const slug = await newSlug(tx.speaker, conferenceId, name, "speaker");
	const text = createScheduledText(biography);
	return tx.speaker.create({
		data: {
			...{ conferenceId, slug, name, isByHand: true, key: `hand:${randomUUID()}` },
			...{ biography: text.markdown, biographyDigest: text.digest },
		},
		select: { key: true, slug: true },
	});
}

async function loadNames(tx: Tx, conferenceId: number) {
	const where = { conferenceId };
	return toNames({
		tracks: await tx.track.findMany({ where, select: { slug: true, name: true } }),
		rooms: await tx.room.findMany({ where, select: { slug: true, name: true } }),
		speakers: await tx.speaker.findMany({ where, select: { key: true, name: true } }),
	});
}

const isEditFailure = (value: object): value is EditFailure => "kind" in value;
