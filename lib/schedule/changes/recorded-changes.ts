import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { ScheduleChanges, TalkField } from "../diff";
import type { StoredSchedule, StoredTalk } from "../stored";
import type { LinkKind, Schedule, ScheduleTalk } from "../types";
import type { RecordedChange, Step, TalkChangeKind, TalkFieldChanges } from "./schema";

export type ChangeOfTalk = RecordedChange & {
	/** Of a talk that is new: its key, since its row is not there yet. */
	readonly talk: StoredTalk | { readonly key: string };
};

/**
 * What an import changed as it is kept: one entry a talk. What is shown otherwise by hand has not changed for anybody and
 * is left out, and so is a talk of which nothing else is left, or only its address here.
 */
export function toRecordedChanges(before: StoredSchedule, after: Schedule, changes: ScheduleChanges): ChangeOfTalk[] {
	const { added, changed, returned, withdrawn } = changes.talks;
	const names = { before: toNames(before), after: toNames(after) };
	const recorded: ChangeOfTalk[] = added.map(({ key }) => ({ kind: "ADDED", talk: { key }, fields: {} }));
	for (const { stored, incoming, fields } of changed) {
		const steps = diffFields(stored, incoming, fields, names);
		if (Object.keys(steps).length > 0) recorded.push({ kind: "CHANGED", talk: stored, fields: steps });
	}
	for (const { stored, incoming, fields } of returned) {
		recorded.push({ kind: "RETURNED", talk: stored, fields: diffFields(stored, incoming, fields, names) });
	}
	for (const talk of withdrawn) recorded.push({ kind: "WITHDRAWN", talk, fields: {} });
	return recorded;
}

/** The names of tracks and rooms by slug and of speakers by key. */
export type Names = {
	readonly tracks: ReadonlyMap<string, string>;
	readonly rooms: ReadonlyMap<string, string>;
	readonly speakers: ReadonlyMap<string, string>;
};
type BothNames = { readonly before: Names; readonly after: Names };

type Named = {
	readonly [Of in "tracks" | "rooms"]: readonly { readonly slug: string; readonly name: string }[];
} & { readonly speakers: readonly { readonly key: string; readonly name: string }[] };

export const toNames = ({ tracks, rooms, speakers }: Named): Names => ({
	tracks: new Map(tracks.map(({ slug, name }) => [slug, name])),
	rooms: new Map(rooms.map(({ slug, name }) => [slug, name])),
	speakers: new Map(speakers.map(({ key, name }) => [key, name])),
});

/** The fields of a talk as people read them. */
export type ReadableTalk = Pick<
	ScheduleTalk,
	| "title"
	| "subtitle"
	| "type"
	| "language"
	| "day"
	| "start"
	| "duration"
	| "track"
	| "room"
	| "speakers"
	| "isCancelled"
	| "links"
>;

/** What differs between a talk before and after, of those of its fields that are said to differ and were not edited. */
function diffFields(
	stored: StoredTalk,
	incoming: ScheduleTalk,
	fields: ReadonlySet<TalkField>,
	names: BothNames,
): TalkFieldChanges {
	const edited = new Set<string>(stored.edited);
	const { willBeRecorded: from } = stored;
	const { willBeRecorded: to } = incoming;
	return {
		...diffReadableFields(stored, incoming, new Set([...fields].filter((field) => !edited.has(field))), names),
		// That it is recorded like all others is no news.
		...(fields.has("willBeRecorded") && (from === false || to === false) && { willBeRecorded: { from, to } }),
	};
}

/** What differs between two states of a talk, of those of its fields that are said to differ. */
export function diffReadableFields(
	from: ReadableTalk,
	to: ReadableTalk,
	fields: ReadonlySet<string>,
	{ before, after }: BothNames,
): TalkFieldChanges {
	const changes: { -readonly [Field in keyof TalkFieldChanges]: TalkFieldChanges[Field] } = {};
	for (const field of ["title", "subtitle", "type", "language", "day"] as const) {
		if (fields.has(field)) changes[field] = { from: from[field], to: to[field] };
	}
	if (fields.has("start")) changes.start = { from: from.start.toISOString(), to: to.start.toISOString() };
	if (fields.has("duration")) changes.duration = { from: from.duration, to: to.duration };
	if (fields.has("isCancelled")) changes.isCancelled = { from: from.isCancelled, to: to.isCancelled };
	if (fields.has("track"))
		changes.track = createStep(findName(before.tracks, from.track), findName(after.tracks, to.track));
	if (fields.has("room")) changes.room = createStep(findName(before.rooms, from.room), findName(after.rooms, to.room));
	if (fields.has("speakers")) {
		const namesOfSpeakers = (keys: readonly string[], { speakers }: Names) =>
			keys.map((key) => speakers.get(key) ?? key);
		changes.speakers = createStep(namesOfSpeakers(from.speakers, before), namesOfSpeakers(to.speakers, after));
	}
	if (fields.has("links")) {
		const recordings = countStep(from, to, "RECORDING");
		const slides = countStep(from, to, "SLIDES");
		if (recordings) changes.recordings = recordings;
		if (slides) changes.slides = slides;
		if (!recordings && !slides) changes.links = true;
	}
	for (const field of ["url", "abstract", "description"] as const) if (fields.has(field)) changes[field] = true;
	return changes;
}

const createStep = <Value>(from: Value, to: Value): Step<Value> => ({ from, to });
const findName = (names: ReadonlyMap<string, string>, slug: string | null) =>
	slug === null ? null : (names.get(slug) ?? slug);

function countStep(
	from: Pick<ScheduleTalk, "links">,
	to: Pick<ScheduleTalk, "links">,
	kind: LinkKind,
): Step<number> | null {
	const count = ({ links }: Pick<ScheduleTalk, "links">) => links.filter((link) => link.kind === kind).length;
	return count(from) === count(to) ? null : { from: count(from), to: count(to) };
}

/**
 * Two changes of one talk, the later of which is told with the earlier: each field from what it was first to what it is
 * last, without those that are back where they were. Null where nothing is left to tell.
 */
export function mergeChanges(first: RecordedChange, last: RecordedChange): RecordedChange | null {
	const kind = mergeKinds(first.kind, last.kind);
	if (kind === null) return null;
	// Of a talk that is new, all is.
	const fields = kind === "ADDED" ? {} : mergeFields(first.fields, last.fields);
	return kind === "CHANGED" && Object.keys(fields).length === 0 ? null : { kind, fields };
}

function mergeKinds(first: TalkChangeKind, last: TalkChangeKind): TalkChangeKind | null {
	if (last === "CHANGED") return first;
	if (first === "CHANGED" || first === last) return last;
	// New and withdrawn at once is nothing that anybody saw; withdrawn and back may still have changed.
	return first === "ADDED" ? null : "CHANGED";
}

function mergeFields(first: TalkFieldChanges, last: TalkFieldChanges): TalkFieldChanges {
	const merged = new Map<string, unknown>(Object.entries(first));
	for (const [field, change] of Object.entries(last)) {
		const before = merged.get(field);
		if (!isStep(before) || !isStep(change)) merged.set(field, change);
		else if (isDeepStrictEqual(before.from, change.to)) merged.delete(field);
		else merged.set(field, { from: before.from, to: change.to });
	}
	return Object.fromEntries(merged);
}

const isStep = (change: unknown): change is Step<unknown> => typeof change === "object" && change !== null;

/**
 * How often a change moved what somebody who comes to a talk has to know: its time, room, title, and whether it takes
 * place. Once or not at all.
 */
export function countRevisions({ kind, fields }: RecordedChange): number {
	if (kind === "ADDED") return 0;
	if (kind === "WITHDRAWN" || kind === "RETURNED") return 1;
	const { day, start, duration, room, title, isCancelled } = fields;
	return day || start || duration || room || title || isCancelled ? 1 : 0;
}

const countedSchema = z.object({ revisions: z.int().nonnegative() });

/**
 * The same of a kept change, by its column `fields`: edits of one sitting are told as one change, or as none where all is
 * as it was, and the column then counts them.
 */
export function readRevisions(change: { kind: TalkChangeKind; fields: unknown }, visible: RecordedChange): number {
	const parsed = countedSchema.safeParse(change.fields);
	return parsed.success ? parsed.data.revisions : countRevisions(visible);
}

/** Whether a kept change is one that people are told of, and not only counted. */
export function isVisibleChange({ kind, fields }: RecordedChange): boolean {
	return kind !== "CHANGED" || Object.keys(fields).length > 0;
}
