"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { canEdit } from "@/lib/accounts/permissions";
import { NOT_AN_EDITOR, SIGN_IN_FIRST } from "@/lib/accounts/require-editor";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { isSameOrigin } from "@/lib/http/origin";
import type { EditFailure, EditOutcome } from "@/lib/schedule/edits/edit-transaction";
import { createConference, editConference, revertConferenceEdits } from "@/lib/schedule/edits/mutations";
import {
	type ConferenceToEdit,
	findConferenceToEdit,
	findSpeakerToEdit,
	findTalkToEdit,
} from "@/lib/schedule/edits/queries";
import {
	conferenceSchema,
	type FormValues,
	readFormValues,
	readId,
	readTexts,
	speakerSchema,
	talkSchema,
	toConferenceValues,
	toFieldErrors,
	toTalkValues,
	trackOrRoomSchema,
} from "@/lib/schedule/edits/schema";
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
export type EditState = {
	/** About the form as a whole. */
	readonly message?: string;
	readonly isProblem?: boolean;
	/** The first of each field, by paths such as `links.0.url`. */
	readonly errors?: Readonly<Record<string, string>>;
	/** What was typed. */
	readonly values?: FormValues;
	/** Somebody else changed it since the form was opened: the form shows to what. */
	readonly hasConflict?: boolean;
	/** The state that the form stands on from now on, where somebody else changed it or a field was taken back. */
	readonly opened?: string;
};

type Saved = { readonly slug?: string };
type Outcome = EditOutcome<Saved>;

type ItemToEdit = { readonly id: number; readonly opened?: string };

/** What a form edits: how it is found, and what is done with what was typed. */
type Subject<Input, Item extends ItemToEdit> = {
	readonly schema: z.ZodType<Input> & { readonly shape: object };
	/** By the slug or id that the form names; null where there is none. */
	readonly find: (conference: ConferenceToEdit, item: string) => Promise<Item | null>;
	/** What its form holds. */
	readonly toValues: (item: Item) => FormValues;
	readonly add: (conference: ConferenceToEdit | null, input: Input) => Promise<Outcome>;
	readonly edit: (conference: ConferenceToEdit, item: Item, opened: string, input: Input) => Promise<Outcome>;
	/** Has a field say again what the schedule says of it. */
	readonly revert: (conference: ConferenceToEdit, item: Item, opened: string, field: string) => Promise<Outcome>;
	/** What else can be done, by the value of the button `do`. */
	readonly commands?: Readonly<Record<string, (conference: ConferenceToEdit, item: Item) => Promise<Outcome>>>;
	/** Where one goes once it is done; taking a field back stays in the form where there is no such page. */
	readonly next: (conference: string, saved: Saved, done: "added" | "edited" | "reverted" | "command") => string | null;
};

const problem = (message: string) => ({ isProblem: true, message }) as const;
const NOT_FOUND = problem("It is not there any more.");
const CHECK = "Nothing was saved yet: see below.";
const UNCHANGED = "Nothing was changed, so there is nothing to save.";
const MEANWHILE =
	"Somebody else changed this meanwhile, and nothing was saved yet. What you typed is still here: save again to replace what is shown now.";
const REVERTED = {
	message: "Taken back: the schedule’s own is shown again. The other fields are as you typed them.",
};

/** Does what a form asks for. Hidden fields say of what: `conference`, and `item` in it, which are empty of a new one. */
async function save<Input, Item extends ItemToEdit>(subject: Subject<Input, Item>, form: FormData): Promise<EditState> {
	const values = readFormValues(form, subject.schema);
	const denied = await findPermissionError();
	if (denied) return { ...problem(denied), values };
	const asked = readTexts(form, ["conference", "item", "opened", "takeBack", "do"]);
	const conference = await findConferenceToEdit(db, asked.conference);
	const item = conference && (await subject.find(conference, asked.item));
	if (asked.item === "" ? asked.conference !== "" && !conference : !item) return { ...NOT_FOUND, values };

	const command = subject.commands?.[asked.do];
	if (conference && item && command) return finish(await command(conference, item), "command");
	if (conference && item && asked.takeBack) {
		return finish(await subject.revert(conference, item, asked.opened, asked.takeBack), "reverted");
	}
	const parsed = subject.schema.safeParse(values);
	if (!parsed.success) return { ...problem(CHECK), errors: toFieldErrors(parsed.error), values };
	return conference && item
		? finish(await subject.edit(conference, item, asked.opened, parsed.data), "edited")
		: finish(await subject.add(conference, parsed.data), "added");

	async function finish(outcome: Outcome, done: Parameters<typeof subject.next>[2]): Promise<EditState> {
		if (outcome.kind !== "saved") return { ...toEditState(outcome, item?.opened), values };
		revalidateSchedule();
		const next = subject.next(asked.conference, outcome, done);
		if (next !== null) redirect(next);
		const now = await findConferenceToEdit(db, asked.conference);
		const current = now && (await subject.find(now, asked.item));
		if (!current) return { ...NOT_FOUND, values };
		const restored = subject.toValues(current)[asked.takeBack] ?? "";
		return { ...REVERTED, opened: current.opened, values: { ...values, [asked.takeBack]: restored } };
	}
}

/** Why the caller may not edit; null where they may. */
async function findPermissionError(): Promise<string | null> {
	const incoming = await headers();
	const visitor = isSameOrigin(incoming) ? await currentVisitor(incoming) : null;
	if (canEdit(visitor)) return null;
	return visitor && !visitor.isGuest ? NOT_AN_EDITOR : SIGN_IN_FIRST;
}

/** Shows what changed: pages of a schedule are cached, and this process need not wait until they are made anew. */
function revalidateSchedule(): void {
	revalidatePath("/conferences/[conference]", "layout");
}

function toEditState(failure: EditFailure, opened: string | undefined): EditState {
	switch (failure.kind) {
		case "unchanged":
			return { message: UNCHANGED };
		case "changed-meanwhile":
			revalidateSchedule();
			return { ...problem(MEANWHILE), hasConflict: true, opened };
		case "gone":
			return NOT_FOUND;
		case "refused":
			return { ...problem(failure.errors[""] ?? CHECK), errors: failure.errors };
	}
}

const GONE = { kind: "gone" } as const;

/** Makes a conference by hand, or changes one. */
export async function saveConference(_before: EditState, form: FormData): Promise<EditState> {
	return save(
		{
			schema: conferenceSchema,
			find: async (conference, item) => (item === conference.slug ? conference : null),
			toValues: ({ input }) => toConferenceValues(input),
			add: async (_, input) => ({ kind: "saved", ...(await createConference(db, input)) }),
			edit: ({ id }, _, opened, input) => editConference(db, { conferenceId: id, opened }, input),
			revert: ({ id }, _, opened, field) => revertConferenceEdits(db, { conferenceId: id, opened }, [field]),
			next(conference, { slug = "" }, done) {
				if (done === "reverted") return null;
				return done === "added" ? paths.edit(slug) : paths.conference(conference);
			},
		},
		form,
	);
}

/** Adds a talk by hand, changes one, or withdraws one that was made by hand and brings it back. */
export async function saveTalk(_before: EditState, form: FormData): Promise<EditState> {
	const now = new Date();
	const setWithdrawn =
		(isWithdrawn: boolean) =>
		(conference: ConferenceToEdit, { id }: { readonly id: number }) =>
			setTalkWithdrawn(db, { conferenceId: conference.id, talkId: id }, isWithdrawn, now);
	return save(
		{
			schema: talkSchema,
			find: (conference, slug) => findTalkToEdit(db, conference, slug),
			toValues: ({ input }) => toTalkValues(input),
			add: async (conference, input) => (conference ? addTalk(db, conference.id, input, now) : GONE),
			edit: ({ id: conferenceId }, { id: talkId }, opened, input) =>
				editTalk(db, { conferenceId, talkId, opened }, input, now),
			revert: ({ id: conferenceId }, { id: talkId }, opened, field) =>
				revertTalkEdits(db, { conferenceId, talkId, opened }, [field === "time" ? "start" : field], now),
			commands: { withdraw: setWithdrawn(true), "bring-back": setWithdrawn(false) },
			next: (conference, { slug = "" }, done) => (done === "reverted" ? null : paths.talk(conference, slug)),
		},
		form,
	);
}

/** Adds a speaker by hand, changes one, or removes one who was added by hand. */
export async function saveSpeaker(_before: EditState, form: FormData): Promise<EditState> {
	return save(
		{
			schema: speakerSchema,
			find: ({ id }, slug) => findSpeakerToEdit(db, id, slug),
			toValues: ({ input }) => input,
			add: async (conference, input) => (conference ? addSpeaker(db, conference.id, input) : GONE),
			edit: ({ id: conferenceId }, { id: speakerId }, opened, input) =>
				editSpeaker(db, { conferenceId, speakerId, opened }, input),
			revert: ({ id: conferenceId }, { id: speakerId }, opened, field) =>
				revertSpeakerEdits(db, { conferenceId, speakerId, opened }, [field]),
			commands: {
				remove: ({ id: conferenceId }, { id: speakerId }) => removeSpeaker(db, { conferenceId, speakerId }),
			},
			next(conference, { slug = "" }, done) {
				if (done === "reverted") return null;
				return done === "edited" ? paths.speaker(conference, slug) : paths.editSpeakers(conference);
			},
		},
		form,
	);
}

/** Adds, renames or removes a track, or takes its new name back. */
export async function saveTrack(_before: EditState, form: FormData): Promise<EditState> {
	return saveTrackOrRoom("track", form);
}

/** Adds, renames or removes a room, or takes its new name back. */
export async function saveRoom(_before: EditState, form: FormData): Promise<EditState> {
	return saveTrackOrRoom("room", form);
}

function saveTrackOrRoom(kind: TrackOrRoomKind, form: FormData): Promise<EditState> {
	return save(
		{
			schema: trackOrRoomSchema,
			find: async ({ id: conferenceId }, item) => (item === "" ? null : { conferenceId, kind, id: readId(item) }),
			toValues: () => ({}),
			add: async (conference, { name }) =>
				conference ? addTrackOrRoom(db, { conferenceId: conference.id, kind }, name) : GONE,
			edit: (_, row, opened, { name }) => renameTrackOrRoom(db, row, name, opened),
			revert: (_, row, opened) => revertTrackOrRoomName(db, row, opened),
			commands: { remove: (_, row) => removeTrackOrRoom(db, row) },
			next: (conference) => (kind === "room" ? paths.editRooms(conference) : paths.editTracks(conference)),
		},
		form,
	);
}
