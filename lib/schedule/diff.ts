import { digestText } from "./digest";
import { deriveGuid, getPublishedGuid } from "./identity";
import { matchTalks } from "./match";
import type { StoredConference, StoredSchedule, StoredSpeaker, StoredTalk, StoredTrackOrRoom } from "./stored";
import type { Schedule, ScheduleRoom, ScheduleSpeaker, ScheduleTalk } from "./types";

export type TalkField = Exclude<keyof ScheduleTalk, "key">;
type SpeakerField = Exclude<keyof ScheduleSpeaker, "key">;

export type TalkChange = {
	readonly stored: StoredTalk;
	readonly incoming: ScheduleTalk;
	/** Those that differ; empty for a talk that returned as it was. */
	readonly fields: ReadonlySet<TalkField>;
};
export type SpeakerChange = {
	readonly stored: StoredSpeaker;
	readonly incoming: ScheduleSpeaker;
	readonly fields: ReadonlySet<SpeakerField>;
};
export type TrackOrRoomChanges = {
	readonly added: readonly (ScheduleRoom & { readonly position: number })[];
	readonly changed: readonly StoredTrackOrRoom[];
	readonly removed: readonly StoredTrackOrRoom[];
};
/** What gives its slug up to one that the schedule has, and the slug that it gets instead. */
type DisplacedRow<Row> = { readonly stored: Row; readonly slug: string };

export type ScheduleChanges = {
	readonly conference: ReadonlySet<keyof StoredConference>;
	readonly tracks: TrackOrRoomChanges;
	readonly rooms: TrackOrRoomChanges;
	readonly speakers: {
		readonly added: readonly ScheduleSpeaker[];
		readonly changed: readonly SpeakerChange[];
		readonly removed: readonly StoredSpeaker[];
		readonly displaced: readonly DisplacedRow<StoredSpeaker>[];
	};
	readonly talks: {
		readonly added: readonly ScheduleTalk[];
		readonly changed: readonly TalkChange[];
		/** Withdrawn before, and back. */
		readonly returned: readonly TalkChange[];
		readonly withdrawn: readonly StoredTalk[];
		readonly unchanged: readonly StoredTalk[];
		readonly displaced: readonly DisplacedRow<StoredTalk>[];
	};
};

/**
 * What an incoming schedule changes about a conference as it is stored. Texts are compared by their digests. A talk that
 * the schedule no longer has is withdrawn, not removed, and keeps its track, room and speakers from being removed.
 */
export function diffSchedules(stored: StoredSchedule, given: Schedule, source: string): ScheduleChanges {
	const incoming = dropOwnManualEntries(stored, given);
	const talks = diffTalks(stored.talks, matchTalks(stored.talks, incoming.talks, incoming.conference.slug));
	const returned = new Set(talks.returned.map(({ stored }) => stored));
	const rest = stored.talks.filter((talk) => (talk.isWithdrawn && !returned.has(talk)) || talk.isByHand);
	const remaining = [...rest, ...talks.withdrawn];
	// What a talk is shown with by hand is needed as much as what the schedule says of one that it no longer has.
	const needing = [...remaining, ...stored.talks.flatMap(({ displayed }) => displayed ?? [])];
	return {
		conference: findChangedFields({ ...incoming.conference, source }, stored.conference),
		tracks: diffTracksOrRooms(stored.tracks, incoming.tracks, new Set(needing.map(({ track }) => track))),
		rooms: diffTracksOrRooms(stored.rooms, incoming.rooms, new Set(needing.map(({ room }) => room))),
		speakers: diffSpeakers(stored.speakers, incoming.speakers, new Set(needing.flatMap(({ speakers }) => speakers))),
		talks: { ...talks, displaced: findDisplaced(remaining, incoming.talks) },
	};
}

/** Whether there is nothing to write. */
export function isUnchanged({ conference, tracks, rooms, speakers, talks }: ScheduleChanges): boolean {
	const { unchanged: _, ...changes } = talks;
	return (
		[tracks, rooms, speakers, changes].every((part) => Object.values(part).every((all) => all.length === 0)) &&
		conference.size === 0
	);
}

function diffTalks(stored: readonly StoredTalk[], incoming: readonly ScheduleTalk[]) {
	const known = new Map(stored.filter(({ isByHand }) => !isByHand).map((talk) => [talk.key, talk]));
	const added: ScheduleTalk[] = [];
	const changed: TalkChange[] = [];
	const returned: TalkChange[] = [];
	const unchanged: StoredTalk[] = [];
	for (const talk of incoming) {
		const before = known.get(talk.key);
		known.delete(talk.key);
		if (!before) {
			added.push(talk);
			continue;
		}
		const fields = findChangedTalkFields(before, talk);
		if (before.isWithdrawn) returned.push({ stored: before, incoming: talk, fields });
		else if (fields.size > 0) changed.push({ stored: before, incoming: talk, fields });
		else unchanged.push(before);
	}
	return { added, changed, returned, unchanged, withdrawn: [...known.values()].filter((talk) => !talk.isWithdrawn) };
}

function findChangedTalkFields(stored: StoredTalk, incoming: ScheduleTalk): ReadonlySet<TalkField> {
	const { key: _, abstract, description, start, speakers, links, ...plain } = incoming;
	const fields = new Set<TalkField>(findChangedFields(plain, stored));
	if (digestText(abstract) !== stored.abstractDigest) fields.add("abstract");
	if (digestText(description) !== stored.descriptionDigest) fields.add("description");
	if (start.getTime() !== stored.start.getTime()) fields.add("start");
	if (!areSameItems(speakers, stored.speakers, (one, other) => one === other)) fields.add("speakers");
	const isSameLink = (one: ScheduleTalk["links"][number], other: ScheduleTalk["links"][number]) =>
		one.url === other.url && one.kind === other.kind && one.title === other.title;
	if (!areSameItems(links, stored.links, isSameLink)) fields.add("links");
	return fields;
}

function diffSpeakers(
	stored: readonly StoredSpeaker[],
	incoming: readonly ScheduleSpeaker[],
	needed: ReadonlySet<string>,
) {
	const known = new Map(stored.map((speaker) => [speaker.key, speaker]));
	const added: ScheduleSpeaker[] = [];
	const changed: SpeakerChange[] = [];
	for (const speaker of incoming) {
		const before = known.get(speaker.key);
		known.delete(speaker.key);
		if (!before) {
			added.push(speaker);
			continue;
		}
		const { biography, key: _, ...plain } = speaker;
		const fields = new Set<SpeakerField>(findChangedFields(plain, before));
		if (digestText(biography) !== before.biographyDigest) fields.add("biography");
		if (fields.size > 0) changed.push({ stored: before, incoming: speaker, fields });
	}
	const rest = [...known.values()];
	const isNeeded = ({ key, isByHand }: StoredSpeaker) => isByHand || needed.has(key);
	const removed = rest.filter((speaker) => !isNeeded(speaker));
	return { added, changed, removed, displaced: findDisplaced(rest.filter(isNeeded), incoming) };
}

function diffTracksOrRooms(
	stored: readonly StoredTrackOrRoom[],
	incoming: readonly ScheduleRoom[],
	needed: ReadonlySet<string | null>,
): TrackOrRoomChanges {
	const known = new Map(stored.map((item) => [item.slug, item]));
	const added: (ScheduleRoom & { position: number })[] = [];
	const changed: StoredTrackOrRoom[] = [];
	incoming.forEach((item, position) => {
		const before = known.get(item.slug);
		known.delete(item.slug);
		if (!before) added.push({ ...item, position });
		else if (before.name !== item.name || before.position !== position) changed.push({ ...before, ...item, position });
	});
	const removed = [...known.values()].filter(({ slug, isByHand }) => !isByHand && !needed.has(slug));
	return { added, changed, removed };
}

/** Of those that stay although the schedule does not have them: which have a slug that it gives to another. */
function findDisplaced<Row extends { readonly slug: string; readonly isByHand: boolean }>(
	remaining: readonly Row[],
	incoming: readonly { readonly slug: string }[],
): DisplacedRow<Row>[] {
	const taken = new Set(incoming.map(({ slug }) => slug));
	const given = new Set([...taken, ...remaining.map(({ slug }) => slug)]);
	return remaining
		.filter(({ slug }) => taken.has(slug))
		.map((stored) => {
			const other = `${stored.slug}-${stored.isByHand ? "by-hand" : "withdrawn"}`;
			let slug = other;
			for (let number = 2; given.has(slug); number++) slug = `${other}-${number}`;
			given.add(slug);
			return { stored, slug };
		});
}

/** The fields of one object that differ in another, which may have more. */
function findChangedFields<Fields extends object>(
	incoming: Fields,
	stored: { readonly [Field in keyof Fields]: unknown },
) {
	const fields = Object.keys(incoming) as (keyof Fields)[];
	return new Set(fields.filter((field) => incoming[field] !== stored[field]));
}

function areSameItems<Item>(one: readonly Item[], other: readonly Item[], same: (one: Item, other: Item) => boolean) {
	return one.length === other.length && one.every((item, index) => same(item, other[index] as Item));
}

/**
 * An incoming schedule without what was made by hand here and has come back in our own export: no import changes a talk
 * made by hand, and a speaker made by hand goes by the key that they have here.
 */
function dropOwnManualEntries(stored: StoredSchedule, incoming: Schedule): Schedule {
	const { slug } = incoming.conference;
	const ownGuids = new Set(stored.talks.filter(({ isByHand }) => isByHand).map((talk) => getPublishedGuid(slug, talk)));
	const keys = new Map(
		stored.speakers.flatMap(({ key, isByHand }) => (isByHand ? [[`guid:${deriveGuid(slug, key)}`, key]] : [])),
	);
	if (ownGuids.size === 0 && keys.size === 0) return incoming;
	const talks = incoming.talks.filter(({ guid }) => guid === null || !ownGuids.has(guid));
	const keyOf = (key: string) => keys.get(key) ?? key;
	return {
		...incoming,
		talks: talks.map((talk) => ({ ...talk, speakers: talk.speakers.map(keyOf) })),
		speakers: incoming.speakers.map((speaker) => ({ ...speaker, key: keyOf(speaker.key) })),
	};
}
