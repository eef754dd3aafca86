"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NOT_AN_EDITOR, SIGN_IN_FIRST } from "@/lib/accounts/editing";
import { mayEdit } from "@/lib/accounts/may-edit";
import { isSameOrigin } from "@/lib/accounts/origin";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/talks/paths";
import {
	CONFERENCE_FIELDS,
	errorsOf,
	type PlainValues,
	plainValues,
	readId,
	type TalkValues,
	talkValues,
	valuesOfConference,
	valuesOfTalk,
} from "./form-values";
import { createConference, editConference, takeBackConferenceEdits } from "./mutations";
import type { EditOutcome } from "./outcome";
import { addPlace, type PlaceKind, removePlace, renamePlace, takeBackPlaceName } from "./place-mutations";
import { findConferenceToEdit, findSpeakerToEdit, findTalkToEdit } from "./queries";
import type { EditableTalkField } from "./scheduled";
import { conferenceSchema, placeNameSchema, speakerSchema, talkSchema } from "./schema";
import { addSpeaker, editSpeaker, removeSpeaker, takeBackSpeakerEdits } from "./speaker-mutations";
import { addTalk, editTalk, setTalkWithdrawn, takeBackTalkEdits } from "./talk-mutations";

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
	readonly isMeanwhile?: boolean;
	/** The state that the form stands on from now on, where somebody else changed it or a field was taken back. */
	readonly opened?: string;
};

/** Why the caller may not edit; null where they may. */
async function refusal(): Promise<string | null> {
	const incoming = await headers();
	const visitor = isSameOrigin(incoming) ? await currentVisitor(incoming) : null;
	if (mayEdit(visitor)) return null;
	return visitor && !visitor.isGuest ? NOT_AN_EDITOR : SIGN_IN_FIRST;
}

const problem = (message: string) => ({ isProblem: true, message }) as const;
const GONE = problem("It is not there any more.");
const CHECK = "Nothing was saved yet: see below.";
const UNCHANGED = "Nothing was changed, so there is nothing to save.";
const MEANWHILE =
	"Somebody else changed this meanwhile, and nothing was saved yet. What you typed is still here: save again to replace what is shown now.";

/** Shows what changed: pages of a schedule are kept, and this process need not wait until they are made anew. */
function renewPages(): void {
	revalidatePath("/conferences/[conference]", "layout");
}

type Outcome = Exclude<EditOutcome, { kind: "saved" }>;

function stateOf(outcome: Outcome, opened: string | undefined): Omit<EditState<never>, "values"> {
	switch (outcome.kind) {
		case "unchanged":
			return { message: UNCHANGED };
		case "changed-meanwhile":
			renewPages();
			return { ...problem(MEANWHILE), isMeanwhile: true, opened };
		case "gone":
			return GONE;
		case "refused":
			return { ...problem(outcome.errors[""] ?? CHECK), errors: outcome.errors };
	}
}

/** Makes a conference by hand, or changes one. */
export async function saveConference(_before: EditState<PlainValues>, form: FormData): Promise<EditState<PlainValues>> {
	const values = plainValues(form, CONFERENCE_FIELDS);
	const denied = await refusal();
	if (denied) return { ...problem(denied), values };
	const { conference: slug, opened, takeBack } = plainValues(form, ["conference", "opened", "takeBack"]);
	if (takeBack) return takeBackOfConference(slug, opened, takeBack, values);
	const parsed = conferenceSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: errorsOf(parsed.error), values };
	if (slug === "") {
		const made = await createConference(db, parsed.data);
		renewPages();
		redirect(paths.edit(made.slug));
	}
	const found = await findConferenceToEdit(db, slug);
	if (!found) return { ...GONE, values };
	const outcome = await editConference(db, { conferenceId: found.id, opened }, parsed.data);
	if (outcome.kind !== "saved") return { ...stateOf(outcome, found.opened), values };
	renewPages();
	redirect(paths.conference(slug));
}

async function takeBackOfConference(slug: string, opened: string, fields: string, values: PlainValues) {
	const found = await findConferenceToEdit(db, slug);
	if (!found) return { ...GONE, values };
	const named = fields.split(",");
	const outcome = await takeBackConferenceEdits(db, { conferenceId: found.id, opened }, named);
	const now = await findConferenceToEdit(db, slug);
	if (outcome.kind !== "saved" || !now) return { ...stateOf(outcome as Outcome, now?.opened), values };
	renewPages();
	const restored = Object.entries(valuesOfConference(now.input)).filter(([field]) => named.includes(field));
	return { ...TAKEN_BACK, opened: now.opened, values: { ...values, ...Object.fromEntries(restored) } };
}

const TAKEN_BACK = {
	message: "Taken back: the schedule’s own is shown again. The other fields are as you typed them.",
};

/** Adds a talk by hand, or changes one. */
export async function saveTalk(_before: EditState<TalkValues>, form: FormData): Promise<EditState<TalkValues>> {
	const values = talkValues(form);
	const denied = await refusal();
	if (denied) return { ...problem(denied), values };
	const names = ["conference", "talk", "opened", "takeBack"] as const;
	const { conference: conferenceSlug, talk: slug, opened, takeBack } = plainValues(form, names);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const talk = conference && slug !== "" ? await findTalkToEdit(db, conference, slug) : null;
	if (!conference || (slug !== "" && !talk)) return { ...GONE, values };
	const { id: conferenceId } = conference;
	if (talk && takeBack) {
		const fields = takeBack.split(",") as EditableTalkField[];
		const outcome = await takeBackTalkEdits(db, { conferenceId, talkId: talk.id, opened }, fields, new Date());
		if (outcome.kind !== "saved") return { ...stateOf(outcome, talk.opened), values };
		renewPages();
		const now = await findTalkToEdit(db, conference, slug);
		if (!now) return { ...GONE, values };
		const shown = Object.entries(valuesOfTalk(now.input));
		const inForm = fields.map((field) => (field === "start" ? "time" : field)) as string[];
		const restored = Object.fromEntries(shown.filter(([field]) => inForm.includes(field)));
		return { ...TAKEN_BACK, opened: now.opened, values: { ...values, ...restored } };
	}
	const parsed = talkSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: errorsOf(parsed.error), values };
	const outcome = talk
		? await editTalk(db, { conferenceId, talkId: talk.id, opened }, parsed.data, new Date())
		: await addTalk(db, conferenceId, parsed.data, new Date());
	if (outcome.kind !== "saved") return { ...stateOf(outcome, talk?.opened), values };
	renewPages();
	redirect(paths.talk(conferenceSlug, outcome.slug));
}

/** Withdraws a talk that was made by hand, or brings it back. */
export async function withdrawTalk(_before: EditState<never>, form: FormData): Promise<EditState<never>> {
	const denied = await refusal();
	if (denied) return problem(denied);
	const { conference: conferenceSlug, talk: slug, ...rest } = plainValues(form, ["conference", "talk", "do"]);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const talk = conference && (await findTalkToEdit(db, conference, slug));
	if (!talk) return GONE;
	const ids = { conferenceId: conference.id, talkId: talk.id };
	const outcome = await setTalkWithdrawn(db, ids, rest.do === "withdraw", new Date());
	if (outcome.kind !== "saved") return stateOf(outcome, undefined);
	renewPages();
	redirect(paths.talk(conferenceSlug, slug));
}

/** Adds, renames or removes a track or room, or takes its new name back; `do` says which. */
export async function changePlace(_before: EditState<PlainValues>, form: FormData): Promise<EditState<PlainValues>> {
	const values = plainValues(form, ["name"]);
	const denied = await refusal();
	if (denied) return { ...problem(denied), values };
	const fields = plainValues(form, ["conference", "kind", "id", "opened", "do"]);
	const conference = await findConferenceToEdit(db, fields.conference);
	if (!conference) return { ...GONE, values };
	const kind: PlaceKind = fields.kind === "room" ? "room" : "track";
	const place = { conferenceId: conference.id, kind, id: readId(fields.id) };
	const outcome = await changed();
	if (outcome.kind !== "saved") return { ...stateOf(outcome, undefined), values };
	renewPages();
	redirect(kind === "room" ? paths.editRooms(fields.conference) : paths.editTracks(fields.conference));

	async function changed(): Promise<EditOutcome> {
		if (fields.do === "remove") return removePlace(db, place);
		if (fields.do === "take-back") return takeBackPlaceName(db, place, fields.opened);
		const name = placeNameSchema.safeParse(values.name);
		if (!name.success) return { kind: "refused", errors: { name: name.error.issues[0]?.message ?? CHECK } };
		return fields.do === "add" ? addPlace(db, place, name.data) : renamePlace(db, place, name.data, fields.opened);
	}
}

/** Adds a speaker by hand, changes one, or takes a change back. */
export async function saveSpeaker(_before: EditState<PlainValues>, form: FormData): Promise<EditState<PlainValues>> {
	const values = plainValues(form, ["name", "biography"]);
	const denied = await refusal();
	if (denied) return { ...problem(denied), values };
	const fields = plainValues(form, ["conference", "speaker", "opened", "takeBack"]);
	const conference = await findConferenceToEdit(db, fields.conference);
	const { speaker: slug, opened } = fields;
	const speaker = conference && slug !== "" ? await findSpeakerToEdit(db, conference.id, slug) : null;
	if (!conference || (slug !== "" && !speaker)) return { ...GONE, values };
	const ids = { conferenceId: conference.id, speakerId: speaker?.id ?? 0 };
	if (speaker && fields.takeBack) {
		const outcome = await takeBackSpeakerEdits(db, { ...ids, opened }, [fields.takeBack]);
		if (outcome.kind !== "saved") return { ...stateOf(outcome, speaker.opened), values };
		renewPages();
		const now = await findSpeakerToEdit(db, conference.id, slug);
		const restored = Object.entries(now?.input ?? {}).filter(([field]) => field === fields.takeBack);
		return { ...TAKEN_BACK, opened: now?.opened, values: { ...values, ...Object.fromEntries(restored) } };
	}
	const parsed = speakerSchema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: errorsOf(parsed.error), values };
	const outcome = speaker
		? await editSpeaker(db, { ...ids, opened }, parsed.data)
		: await addSpeaker(db, conference.id, parsed.data);
	if (outcome.kind !== "saved") return { ...stateOf(outcome, speaker?.opened), values };
	renewPages();
	redirect(speaker ? paths.speaker(fields.conference, outcome.slug) : paths.editSpeakers(fields.conference));
}

/** Removes a speaker who was added by hand. */
export async function removeSpeakerByHand(_before: EditState<never>, form: FormData): Promise<EditState<never>> {
	const denied = await refusal();
	if (denied) return problem(denied);
	const { conference: conferenceSlug, speaker: slug } = plainValues(form, ["conference", "speaker"]);
	const conference = await findConferenceToEdit(db, conferenceSlug);
	const speaker = conference && (await findSpeakerToEdit(db, conference.id, slug));
	if (!speaker) return GONE;
	const outcome = await removeSpeaker(db, { conferenceId: conference.id, speakerId: speaker.id });
	if (outcome.kind !== "saved") return stateOf(outcome, undefined);
	renewPages();
	redirect(paths.editSpeakers(conferenceSlug));
}
