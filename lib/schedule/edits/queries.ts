import type { Tx } from "@/lib/db/client";
import { formatDay, formatDuration, formatTime } from "@/lib/text/format";
import { normalizeForSearch } from "@/lib/text/normalize";
import { formatTimeOfDay } from "@/lib/time/date-time";
import { type Names, toNames } from "../changes/recorded-changes";
import { type ConferenceInput, toConferenceState } from "./mutations";
import {
	type EditableTalkField,
	readScheduledConference,
	readScheduledSpeaker,
	readScheduledTrackOrRoom,
} from "./scheduled-values";
import { type SpeakerInput, toSpeakerState } from "./speaker-mutations";
import { createSpeakerLabels, type TalkInput, toTalkInput } from "./talk-input";
import { digestState, readTalkState, type TalkState, talkStateSelect } from "./talk-state";
import type { TrackOrRoomKind } from "./track-room-mutations";

/** What a form is opened on: what is shown, in which state that is, and what the schedule says of edited fields. */
type Opened<Input> = {
	readonly input: Input;
	readonly opened: string;
	readonly original: OriginalValues;
};

export type ConferenceToEdit = Opened<ConferenceInput> & { readonly id: number; readonly slug: string };

export async function findConferenceToEdit(db: Tx, slug: string): Promise<ConferenceToEdit | null> {
	const row = await db.conference.findUnique({ where: { slug } });
	if (!row) return null;
	const input = toConferenceState(row);
	const original = Object.entries(readScheduledConference(row.scheduled)).map(([field, value]) => {
		return [field, field === "dayChange" ? formatTimeOfDay(Number(value)) : String(value ?? "") || "nothing"];
	});
	return { id: row.id, slug, input, opened: digestState(input), original: Object.fromEntries(original) };
}

export type TalkToEdit = Opened<TalkInput> & {
	readonly id: number;
	readonly slug: string;
	readonly isByHand: boolean;
	readonly isWithdrawn: boolean;
};

export async function findTalkToEdit(db: Tx, conference: ConferenceToEdit, slug: string): Promise<TalkToEdit | null> {
	const { id: conferenceId, input } = conference;
	const row = await db.talk.findUnique({
		where: { conferenceId_slug: { conferenceId, slug } },
		select: talkStateSelect,
	});
	if (!row) return null;
	const { current, scheduled } = readTalkState(row);
	const where = { conferenceId };
	const speakers = await db.speaker.findMany({ where, select: { key: true, slug: true, name: true } });
	const names = toNames({
		tracks: await db.track.findMany({ where }),
		rooms: await db.room.findMany({ where }),
		speakers,
	});
	return {
		id: row.id,
		slug,
		isByHand: row.isByHand,
		isWithdrawn: row.withdrawnAt !== null,
		input: toTalkInput(current, createSpeakerLabels(speakers), input.timeZone),
		opened: digestState(current),
		original: formatOriginalValues(scheduled, names, input.timeZone),
	};
}

type Option = { readonly slug: string; readonly name: string };

/** What a talk's form offers to choose from. */
export type TalkChoices = {
	readonly tracks: readonly Option[];
	readonly rooms: readonly Option[];
	/** As `speakerLabels` calls them. */
	readonly speakers: readonly string[];
	readonly types: readonly string[];
};

export async function listTalkChoices(db: Tx, conferenceId: number): Promise<TalkChoices> {
	const where = { conferenceId };
	const select = { slug: true, name: true } as const;
	const orderBy = [{ position: "asc" as const }, { slug: "asc" as const }];
	const speakers = await db.speaker.findMany({
		where: { conferenceId },
		select: { key: true, slug: true, name: true },
	});
	const types = await db.talk.groupBy({ by: ["type"], where: { conferenceId, type: { not: "" } } });
	const byName = new Intl.Collator("en");
	return {
		tracks: await db.track.findMany({ where, select, orderBy }),
		rooms: await db.room.findMany({ where, select, orderBy }),
		speakers: [...createSpeakerLabels(speakers).values()].sort(byName.compare),
		types: types.map(({ type }) => type).sort(byName.compare),
	};
}

export type TrackOrRoomToEdit = {
	readonly id: number;
	readonly name: string;
	readonly isByHand: boolean;
	/** What the schedule calls it, where it was renamed by hand. */
	readonly original: string | null;
	readonly talkCount: number;
};

/** All tracks or rooms, those included that no talk has. */
export async function listTracksOrRoomsToEdit(
	db: Tx,
	conferenceId: number,
	kind: TrackOrRoomKind,
): Promise<TrackOrRoomToEdit[]> {
	// Both tables have the same columns; Prisma's types of them cannot be called as one.
	const table = (kind === "track" ? db.track : db.room) as Tx["room"];
	const rows = await table.findMany({
		where: { conferenceId },
		select: {
			...{ id: true, name: true, isByHand: true, scheduled: true },
			_count: { select: { talks: { where: { withdrawnAt: null } } } },
		},
		orderBy: [{ position: "asc" }, { slug: "asc" }],
	});
	return rows.map(({ scheduled, _count, ...item }) => {
		return { ...item, original: readScheduledTrackOrRoom(scheduled).name ?? null, talkCount: _count.talks };
	});
}

export type SpeakerListed = Option & { readonly isByHand: boolean; readonly talkCount: number };

/** Everybody, those included who have no talk, by name. */
export async function listSpeakersToEdit(db: Tx, conferenceId: number): Promise<SpeakerListed[]> {
	const rows = await db.speaker.findMany({
		where: { conferenceId },
		select: { slug: true, name: true, isByHand: true, _count: { select: { talks: true } } },
	});
	const byName = new Intl.Collator("en");
	return rows
		.map(({ _count, ...speaker }) => ({ ...speaker, talkCount: _count.talks }))
		.sort((a, b) => byName.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
}

export type SpeakerToEdit = Opened<SpeakerInput> & {
	readonly id: number;
	readonly slug: string;
	readonly isByHand: boolean;
};

export async function findSpeakerToEdit(db: Tx, conferenceId: number, slug: string): Promise<SpeakerToEdit | null> {
	const row = await db.speaker.findUnique({ where: { conferenceId_slug: { conferenceId, slug } } });
	if (!row) return null;
	const { name, biography } = readScheduledSpeaker(row.scheduled);
	return {
		id: row.id,
		slug,
		isByHand: row.isByHand,
		input: { name: row.name, biography: row.biography },
		opened: digestState(toSpeakerState(row)),
		original: { ...(name !== undefined && { name }), ...(biography && { biography: biography.markdown || "nothing" }) },
	};
}

export type TalkSearchResult = {
	readonly slug: string;
	readonly title: string;
	readonly day: string;
	readonly start: Date;
	readonly room: string | null;
	readonly isByHand: boolean;
	readonly isEdited: boolean;
	readonly isWithdrawn: boolean;
};

/** The talks, withdrawn ones included, whose title or speakers have all words of a query in them. */
export async function findTalksToEdit(db: Tx, conferenceId: number, query: string): Promise<TalkSearchResult[]> {
	const rows = await db.talk.findMany({
		where: { conferenceId },
		select: {
			...{ slug: true, title: true, day: true, start: true, isByHand: true, scheduled: true, withdrawnAt: true },
			room: { select: { name: true } },
			speakers: { select: { speaker: { select: { name: true } } } },
		},
		orderBy: [{ start: "asc" }, { slug: "asc" }],
	});
	const words = normalizeForSearch(query).split(/\s+/).filter(Boolean);
	return rows
		.filter(({ title, speakers }) => {
			const text = normalizeForSearch([title, ...speakers.map(({ speaker }) => speaker.name)].join("\n"));
			return words.every((word) => text.includes(word));
		})
		.map(({ speakers: _, scheduled, withdrawnAt, room, ...talk }) => ({
			...talk,
			room: room?.name ?? null,
			isEdited: scheduled !== null,
			isWithdrawn: withdrawnAt !== null,
		}));
}

/** What the schedule says of fields that were changed by hand, in words, by the names that the form's fields have. */
type OriginalValues = Readonly<Record<string, string>>;

/** Of a talk; what is empty is said to be. Times are by the clocks of `timeZone`. */
function formatOriginalValues(scheduled: Partial<TalkState>, names: Names, timeZone: string): OriginalValues {
	const { day, start, duration, track, room, speakers, links, isCancelled, abstract, description } = scheduled;
	const findName = (nameBySlug: ReadonlyMap<string, string>, slug: string | null) =>
		slug === null ? "" : (nameBySlug.get(slug) ?? slug);
	const texts = {
		title: scheduled.title,
		subtitle: scheduled.subtitle,
		type: scheduled.type,
		language: scheduled.language,
		url: scheduled.url === null ? "" : scheduled.url,
		day: day && formatDay(day),
		time: start && formatTime(new Date(start), timeZone),
		duration: duration === undefined ? undefined : formatDuration(duration),
		track: track === undefined ? undefined : findName(names.tracks, track),
		room: room === undefined ? undefined : findName(names.rooms, room),
		speakers: speakers?.map((key) => names.speakers.get(key) ?? key).join(", "),
		isCancelled: isCancelled === undefined ? undefined : isCancelled ? "cancelled" : "not cancelled",
		links: links?.map(({ url }) => url).join(" "),
		abstract: abstract?.markdown,
		description: description?.markdown,
	} satisfies Record<Exclude<EditableTalkField, "start"> | "time", string | undefined>;
	return Object.fromEntries(
		Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field, text || "nothing"]])),
	);
}
