import { type Db, Prisma } from "@/lib/db/client";
import { type EditOutcome, failEdit, withEditTransaction } from "./edit-transaction";
import { pickFields, planEdit } from "./plan-edit";
import { readScheduledSpeaker, type ScheduledSpeaker } from "./scheduled-values";
import { createScheduledText } from "./talk-input";
import { createSpeaker } from "./talk-mutations";
import { digestState, toScheduledColumn } from "./talk-state";

export type SpeakerInput = {
	readonly name: string;
	/** Markdown. */
	readonly biography: string;
};
type SavedSpeaker = { readonly slug: string };

/** Adds a speaker whom no schedule has. Two may have one name. */
export function addSpeaker(db: Db, conferenceId: number, input: SpeakerInput): Promise<EditOutcome<SavedSpeaker>> {
	return withEditTransaction(db, conferenceId, async (tx) => {
		const { slug } = await createSpeaker(tx, conferenceId, input.name, input.biography);
		return { kind: "saved", slug };
	});
}

/** A speaker, and the state of them that somebody looked at. */
export type OpenedSpeaker = { readonly conferenceId: number; readonly speakerId: number; readonly opened: string };

/** Makes a speaker what was typed; their slug stays. */
export function editSpeaker(db: Db, speaker: OpenedSpeaker, input: SpeakerInput): Promise<EditOutcome<SavedSpeaker>> {
	const wanted = { name: input.name, biography: createScheduledText(input.biography) };
	return changeSpeaker(db, speaker, () => wanted);
}

/** Has fields of a speaker say again what the schedule says of them; all of them where none is named. */
export function revertSpeakerEdits(
	db: Db,
	speaker: OpenedSpeaker,
	fields: readonly string[] | "all",
): Promise<EditOutcome<SavedSpeaker>> {
	return changeSpeaker(db, speaker, (scheduled) => pickFields(scheduled, fields));
}

/** What a speaker shows of the fields that can be edited. */
export function toSpeakerState(row: {
	readonly name: string;
	readonly biography: string;
	readonly biographyDigest: string;
}): Required<ScheduledSpeaker> {
	return { name: row.name, biography: { digest: row.biographyDigest, markdown: row.biography } };
}

function changeSpeaker(
	db: Db,
	{ conferenceId, speakerId, opened }: OpenedSpeaker,
	getWanted: (scheduled: ScheduledSpeaker) => ScheduledSpeaker,
): Promise<EditOutcome<SavedSpeaker>> {
	return withEditTransaction<SavedSpeaker>(db, conferenceId, async (tx) => {
		const row = await tx.speaker.findUnique({ where: { id: speakerId, conferenceId } });
		if (!row) return { kind: "gone" };
		const current = toSpeakerState(row);
		const scheduled = readScheduledSpeaker(row.scheduled);
		const plan = planEdit({ current, scheduled, wanted: getWanted(scheduled), isScheduled: !row.isByHand });
		if (!plan) return { kind: "unchanged" };
		if (digestState(current) !== opened) return { kind: "changed-meanwhile" };
		const { name, biography } = plan.values;
		await tx.speaker.update({
			where: { id: speakerId },
			data: {
				...(name !== undefined && { name }),
				...(biography && { biography: biography.markdown, biographyDigest: biography.digest }),
				scheduled: toScheduledColumn(plan.scheduled, Prisma.DbNull),
			},
		});
		return { kind: "saved", slug: row.slug };
	});
}

/** Removes a speaker who was added by hand and has no talk, withdrawn ones included. */
export function removeSpeaker(
	db: Db,
	{ conferenceId, speakerId }: Omit<OpenedSpeaker, "opened">,
): Promise<EditOutcome> {
	return withEditTransaction(db, conferenceId, async (tx) => {
		const row = await tx.speaker.findUnique({
			where: { id: speakerId, conferenceId },
			select: { isByHand: true, talks: { select: { talk: { select: { title: true } } }, take: 1 } },
		});
		if (!row) return { kind: "gone" };
		if (!row.isByHand)
			return failEdit("", "This speaker is the schedule's: an import removes them once they have no talk.");
		const [first] = row.talks;
		if (first) return failEdit("", `They still speak in “${first.talk.title}”. Take them off their talks first.`);
		await tx.speaker.delete({ where: { id: speakerId } });
		return { kind: "saved" };
	});
}
