"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { canEdit } from "@/lib/accounts/permissions";
import { NOT_AN_EDITOR, SIGN_IN_FIRST } from "@/lib/accounts/require-editor";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { isSameOrigin } from "@/lib/http/origin";
import type { EditOutcome } from "@/lib/schedule/edits/edit-outcome";
import {
	CONFERENCE_FIELDS,
	type PlainValues,
	readId,
	readPlainValues,
	readTalkValues,
	type TalkValues,
	toConferenceValues,
	toFieldErrors,
	toTalkValues,
} from "@/lib/schedule/edits/form-values";
import { createConference, editConference, revertConferenceEdits } from "@/lib/schedule/edits/mutations";
import { findConferenceToEdit, findSpeakerToEdit, findTalkToEdit } from "@/lib/schedule/edits/queries";
import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import { conferenceSchema, speakerSchema, talkSchema, trackOrRoomNameSchema } from "@/lib/schedule/edits/schema";
import { addSpeaker, editSpeaker, removeSpeaker, revertSpeakerEdits } from "@/lib/schedule/edits/speaker-mutations";
import { addTalk, editTalk, revertTalkEdits, setTalkWithdrawn } from "@/lib/schedule/edits/talk-mutations";
import {
	addTrackOrRoom,
	removeTrackOrRoom,
	renameTrackOrRoom,
	revertTrackOrRoomName,
	type TrackOrRoomKind,
} from "@/lib/schedule/edits/track-room-mutations";
import * as paths from "@/lib/urls/paths";

/** What a form shows after it was sent and nothing was saved, or one of its fields was taken back. */
export type EditState<Values> = {
	/** About the form as a whole. */
	readonly message?: string;
	readonly isProblem?: boolean;
	/** The first of each field, by paths such as `links.0.url`. */
	readonly errors?: Readonly<Record<string, string>>;
	/** What was typed. */
	readonly values?: Values;
	/** Somebody else changed it since the form was opened: the form shows to what. */
	readonly hasConflict?: boolean;
	/** The state that the form stands on from now on, where somebody else changed it or a field was taken back. */
	readonly opened?: string;
};

/** Why the caller may not edit; null where they may. */
async function findPermissionError(): Promise<string | null> {
	const incoming = await headers();
	const visitor = isSameOrigin(incoming) ? await currentVisitor(incoming) : null;
	if (canEdit(visitor)) return null;
	return visitor && !visitor.isGuest ? NOT_AN_EDITOR : SIGN_IN_FIRST;
}

const problem = (message: string) => ({ isProblem: true, message }) as const;
const NOT_FOUND = problem("It is not there any more.");
const CHECK = "Nothing was saved yet: see below.";
const UNCHANGED = "Nothing was changed, so there is nothing to save.";
const MEANWHILE =
	"Somebody else changed this meanwhile, and nothing was saved yet. What you typed is still here: save again to replace what is shown now.";

/** Shows what changed: pages of a schedule are kept, and this process need not wait until they are made anew. */
function revalidateSchedule(): void {
	revalidatePath("/conferences/[conference]", "layout");
}

type Outcome = Exclude<EditOutcome, { kind: "saved" }>;

function toEditState(outcome: Outcome, opened: string | undefined): Omit<EditState<never>, "values"> {
	switch (outcome.kind) {
		case "unchanged":
			return { message: UNCHANGED };
		case "changed-meanwhile":
			revalidateSchedule();
			return { ...problem(MEANWHILE), hasConflict: true, opened };
		case "gone":
			return NOT_FOUND;
		case "refused":
			return { ...problem(outcome.errors[""] ?? CHECK), errors: outcome.errors };
	}
}

/** Makes a conference by hand, or changes one. */
export async function saveConference(_before: EditState<PlainValues>, form: FormData): Promise<EditState<PlainValues>> {
	const values = readPlainValues(form, CONFERENCE_FIELDS);
	const denied = await findPermissionError();
	if (denied) return { ...problem(denied), values };
	const {
		conference: slug,
		opened,
		takeBack: fieldsToRevert,
	} = readPlainValues(form, ["conference", "opened", "takeBack"]);
	if (fieldsToRevert) return revertConference(slug, opened, fieldsToRevert, values);
	const parsed = conferenceSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: toFieldErrors(parsed.error), values };
	if (slug === "") {
		const made = await createConference(db, parsed.data);
		revalidateSchedule();
		redirect(paths.edit(made.slug));
	}
	const found = await findConferenceToEdit(db, slug);
	if (!found) return { ...NOT_FOUND, values };
	const outcome = await editConference(db, { conferenceId: found.id, opened }, parsed.data);
	if (outcome.kind !== "saved") return { ...toEditState(outcome, found.opened), values };
	revalidateSchedule();
	redirect(paths.conference(slug));
}

async function revertConference(slug: string, opened: string, fields: string, values: PlainValues) {
	const found = await findConferenceToEdit(db, slug);
	if (!found) return { ...NOT_FOUND, values };
	const named = fields.split(",");
	const outcome = await revertConferenceEdits(db, { conferenceId: found.id, opened }, named);
	const now = await findConferenceToEdit(db, slug);
	if (outcome.kind !== "saved" || !now) return { ...toEditState(outcome as Outcome, now?.opened), values };
	revalidateSchedule();
	const restored = Object.entries(toConferenceValues(now.input)).filter(([field]) => named.includes(field));
	return { ...REVERTED, opened: now.opened, values: { ...values, ...Object.fromEntries(restored) } };
}

const REVERTED = {
	message: "Taken back: the schedule’s own is shown again. The other fields are as you typed them.",
};

/** Adds a talk by hand, or changes one. */
export async function saveTalk(_before: EditState<TalkValues>, form: FormData): Promise<EditState<TalkValues>> {
	const values = readTalkValues(form);
	const denied = await findPermissionError();
	if (denied) return { ...problem(denied), values };
	const names = ["conference", "talk", "opened", "takeBack"] as const;
	const { conference: conferenceSlug, talk: slug, opened, takeBack: fieldsToRevert } = readPlainValues(form, names);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const talk = conference && slug !== "" ? await findTalkToEdit(db, conference, slug) : null;
	if (!conference || (slug !== "" && !talk)) return { ...NOT_FOUND, values };
	const { id: conferenceId } = conference;
	if (talk && fieldsToRevert) {
		const fields = fieldsToRevert.split(",") as EditableTalkField[];
		const outcome = await revertTalkEdits(db, { conferenceId, talkId: talk.id, opened }, fields, new Date());
		if (outcome.kind !== "saved") return { ...toEditState(outcome, talk.opened), values };
		revalidateSchedule();
		const now = await findTalkToEdit(db, conference, slug);
		if (!now) return { ...NOT_FOUND, values };
		const currentValues = Object.entries(toTalkValues(now.input));
		const inForm = fields.map((field) => (field === "start" ? "time" : field)) as string[];
		const restored = Object.fromEntries(currentValues.filter(([field]) => inForm.includes(field)));
		return { ...REVERTED, opened: now.opened, values: { ...values, ...restored } };
	}
	const parsed = talkSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: toFieldErrors(parsed.error), values };
	const outcome = talk
		? await editTalk(db, { conferenceId, talkId: talk.id, opened }, parsed.data, new Date())
		: await addTalk(db, conferenceId, parsed.data, new Date());
	if (outcome.kind !== "saved") return { ...toEditState(outcome, talk?.opened), values };
	revalidateSchedule();
	redirect(paths.talk(conferenceSlug, outcome.slug));
}

/** Withdraws a talk that was made by hand, or brings it back. */
export async function withdrawTalk(_before: EditState<never>, form: FormData): Promise<EditState<never>> {
	const denied = await findPermissionError();
	if (denied) return problem(denied);
	const { conference: conferenceSlug, talk: slug, ...rest } = readPlainValues(form, ["conference", "talk", "do"]);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const talk = conference && (await findTalkToEdit(db, conference, slug));
	if (!talk) return NOT_FOUND;
	const ids = { conferenceId: conference.id, talkId: talk.id };
	const outcome = await setTalkWithdrawn(db, ids, rest.do === "withdraw", new Date());
	if (outcome.kind !== "saved") return toEditState(outcome, undefined);
	revalidateSchedule();
	redirect(paths.talk(conferenceSlug, slug));
}

/** Adds, renames or removes a track or room, or takes its new name back; `do` says which. */
export async function saveTrackOrRoom(
	_before: EditState<PlainValues>,
	form: FormData,
): Promise<EditState<PlainValues>> {
	const values = readPlainValues(form, ["name"]);
	const denied = await findPermissionError();
	if (denied) return { ...problem(denied), values };
	const fields = readPlainValues(form, ["conference", "kind", "id", "opened", "do"]);
	const conference = await findConferenceToEdit(db, fields.conference);
	if (!conference) return { ...NOT_FOUND, values };
	const kind: TrackOrRoomKind = fields.kind === "room" ? "room" : "track";
	const trackOrRoom = { conferenceId: conference.id, kind, id: readId(fields.id) };
	const outcome = await changed();
	if (outcome.kind !== "saved") return { ...toEditState(outcome, undefined), values };
	revalidateSchedule();
	redirect(kind === "room" ? paths.editRooms(fields.conference) : paths.editTracks(fields.conference));

	async function changed(): Promise<EditOutcome> {
		if (fields.do === "remove") return removeTrackOrRoom(db, trackOrRoom);
		if (fields.do === "take-back") return revertTrackOrRoomName(db, trackOrRoom, fields.opened);
		const name = trackOrRoomNameSchema.safeParse(values.name);
		if (!name.success) return { kind: "refused", errors: { name: name.error.issues[0]?.message ?? CHECK } };
		return fields.do === "add"
			? addTrackOrRoom(db, trackOrRoom, name.data)
			: renameTrackOrRoom(db, trackOrRoom, name.data, fields.opened);
	}
}

/** Adds a speaker by hand, changes one, or takes a change back. */
export async function saveSpeaker(_before: EditState<PlainValues>, form: FormData): Promise<EditState<PlainValues>> {
	const values = readPlainValues(form, ["name", "biography"]);
	const denied = await findPermissionError();
	if (denied) return { ...problem(denied), values };
	const fields = readPlainValues(form, ["conference", "speaker", "opened", "takeBack"]);
	const conference = await findConferenceToEdit(db, fields.conference);
	const { speaker: slug, opened } = fields;
	const speaker = conference && slug !== "" ? await findSpeakerToEdit(db, conference.id, slug) : null;
	if (!conference || (slug !== "" && !speaker)) return { ...NOT_FOUND, values };
	const ids = { conferenceId: conference.id, speakerId: speaker?.id ?? 0 };
	if (speaker && fields.takeBack) {
		const outcome = await revertSpeakerEdits(db, { ...ids, opened }, [fields.takeBack]);
		if (outcome.kind !== "saved") return { ...toEditState(outcome, speaker.opened), values };
		revalidateSchedule();
		const now = await findSpeakerToEdit(db, conference.id, slug);
		const restored = Object.entries(now?.input ?? {}).filter(([field]) => field === fields.takeBack);
		return { ...REVERTED, opened: now?.opened, values: { ...values, ...Object.fromEntries(restored) } };
	}
	const parsed = speakerSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: toFieldErrors(parsed.error), values };
	const outcome = speaker
		? await editSpeaker(db, { ...ids, opened }, parsed.data)
		: await addSpeaker(db, conference.id, parsed.data);
	if (outcome.kind !== "saved") return { ...toEditState(outcome, speaker?.opened), values };
	revalidateSchedule();
	redirect(speaker ? paths.speaker(fields.conference, outcome.slug) : paths.editSpeakers(fields.conference));
}

/** Removes a speaker who was added by hand. */
export async function removeManualSpeaker(_before: EditState<never>, form: FormData): Promise<EditState<never>> {
	const denied = await findPermissionError();
	if (denied) return problem(denied);
	const { conference: conferenceSlug, speaker: slug } = readPlainValues(form, ["conference", "speaker"]);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const speaker = conference && (await findSpeakerToEdit(db, conference.id, slug));
	if (!speaker) return NOT_FOUND;
	const outcome = await removeSpeaker(db, { conferenceId: conference.id, speakerId: speaker.id });
	if (outcome.kind !== "saved") return toEditState(outcome, undefined);
	revalidateSchedule();
	redirect(paths.editSpeakers(conferenceSlug));
}
