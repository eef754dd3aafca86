import { createSlugGenerator, isValidSlug, slugify } from "@/lib/text/slug";
import { hash } from "../digest";
import { isCancelledTitle } from "../fields/cancelled-title";
import { classifyLink, type RawLink } from "../fields/classify-link";
import { createSlotKey, createSpeakerKey, createTalkKey } from "../identity";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule, ScheduleLink, ScheduleSpeaker, ScheduleTalk } from "../types";
import type { DraftPerson, DraftTalk, DraftTrackOrRoom, ScheduleDraft } from "./draft";
import { quote } from "./quote";

/**
 * Makes a schedule of what a format read: keys and slugs that are unique, links told apart, and of the tracks, rooms and
 * persons those that a talk needs, in the order in which the schedule lists them. Throws a `ScheduleError` where there
 * is no talk.
 */
export function assembleSchedule(draft: ScheduleDraft): ParsedSchedule {
	const warnings = [...draft.warnings];
	const tracks = createTrackOrRoomRegistry("track", draft.tracks);
	const rooms = createTrackOrRoomRegistry("room", draft.rooms);
	const persons = createPersonRegistry(draft.persons);
	const talks = new Map<string, ScheduleTalk>();
	const slugOf = createSlugGenerator();

	for (const talk of draft.talks) {
		const speakers = [...new Set(talk.persons.map(persons.keyOf))];
		const room = rooms.slugOf(talk.room);
		const key = findFreeKey(talk, { speakers, room: room ?? "" }, talks);
		if (key === null) {
			warnings.push(`${quote(talk.title)} stands in the schedule twice; it is taken once.`);
			continue;
		}
		if (key.isSecondSlot) warnings.push(`${quote(talk.title)} has the identity of another talk; both are kept.`);
		const { guid, title, subtitle, type, language, day, start, duration, url } = talk;
		const isCancelled = talk.isCancelled || isCancelledTitle(title);
		const { willBeRecorded, abstract, description } = talk;
		const slug = slugOf(proposeSlug(talk, key.key), talk.code || talk.id || hash(key.key).slice(0, 8));
		const track = tracks.slugOf(talk.track);
		const links = dedupeLinks(talk.links);
		const described = {
			title,
			subtitle,
			type,
			language,
			day,
			start,
			duration,
			track,
			room,
			url,
			isCancelled,
			willBeRecorded,
			abstract,
			description,
		};
		talks.set(key.key, { key: key.key, guid: guid || null, slug, ...described, speakers, links });
	}

	if (talks.size === 0) throw new ScheduleError("The schedule holds no talks.");
	const used = { tracks: tracks.used(), rooms: rooms.used(), speakers: persons.used() };
	const schedule = { conference: draft.conference, ...used, talks: [...talks.values()] };
	return { schedule, warnings, ...(draft.isNamedAfterFile && { isNamedAfterFile: true }) };
}

type TalkReferences = { readonly speakers: readonly string[]; readonly room: string };

function findFreeKey(talk: DraftTalk, found: TalkReferences, taken: ReadonlyMap<string, ScheduleTalk>) {
	const key = createTalkKey({ ...talk, ...found });
	const holder = taken.get(key);
	if (!holder) return { key, isSecondSlot: false };
	if (holder.start.getTime() === talk.start.getTime() && (holder.room ?? "") === found.room) return null;
	const second = createSlotKey(key, { start: talk.start, room: found.room });
	return taken.has(second) ? null : { key: second, isSecondSlot: true };
}

function proposeSlug(talk: DraftTalk, key: string): string {
	if (isValidSlug(talk.slug)) return talk.slug;
	const titled = slugify(talk.slug) || slugify(talk.title);
	const code = isValidSlug(talk.code) ? talk.code : "";
	return [code, titled].filter((part) => part !== "").join("-") || `talk-${slugify(talk.id) || hash(key).slice(0, 8)}`;
}

/** Tracks or rooms: the same slug, or without one the same name, is the same. */
function createTrackOrRoomRegistry(kind: "track" | "room", listed: readonly DraftTrackOrRoom[]) {
	const slugFor = createSlugGenerator();
	const known = new Map<string, { readonly slug: string; readonly name: string }>();
	const used = new Set<string>();
	const find = (item: DraftTrackOrRoom) => {
		const ownSlug = isValidSlug(item.slug) ? item.slug : "";
		const identity = ownSlug === "" ? `name ${item.name}` : `slug ${ownSlug}`;
		let found = known.get(identity);
		if (!found) {
			const made = ownSlug || slugify(item.name) || `${kind}-${hash(item.name).slice(0, 8)}`;
			found = { slug: slugFor(made, hash(item.name).slice(0, 8)), name: item.name || item.slug };
			known.set(identity, found);
			// Elsewhere the same one may be named without its slug.
			if (!known.has(`name ${item.name}`)) known.set(`name ${item.name}`, found);
		}
		return found.slug;
	};
	for (const item of listed) if (item.name !== "") find(item);
	return {
		slugOf(item: DraftTrackOrRoom | null): string | null {
			if (!item || item.name === "") return null;
			const slug = find(item);
			used.add(slug);
			return slug;
		},
		used: () => [...new Set(known.values())].filter(({ slug }) => used.has(slug)),
	};
}

/**
 * What the schedule lists of a person stands before what a talk says; without a list the first talk's word does. Files that
 * were merged of several give one number to different people: they are told apart by their names as well.
 */
function createPersonRegistry(listed: readonly DraftPerson[]) {
	const known = new Map<string, DraftPerson>();
	const used = new Set<string>();
	const keyOf = (person: DraftPerson) => {
		const key = createSpeakerKey(person);
		const holder = known.get(key);
		return !holder || couldBeSamePerson(holder.name, person.name)
			? key
			: `${key} ${createSpeakerKey({ ...NO_IDENTITY, name: person.name })}`;
	};
	for (const person of listed) {
		const key = keyOf(person);
		if (!known.has(key)) known.set(key, person);
	}
	return {
		keyOf(person: DraftPerson): string {
			const key = keyOf(person);
			const before = known.get(key);
			if (!before) known.set(key, person);
			else if (before.biography.text === "" && person.biography.text !== "") {
				known.set(key, { ...before, biography: person.biography });
			}
			used.add(key);
			return key;
		},
		used(): ScheduleSpeaker[] {
			const slugFor = createSlugGenerator();
			return [...known].flatMap(([key, { name, slug, id, code, biography }]) => {
				if (!used.has(key)) return [];
				const short = hash(key).slice(0, 8);
				const wanted = isValidSlug(slug) ? slug : slugify(name) || `speaker-${slugify(id) || short}`;
				return [{ key, slug: slugFor(wanted, id || code || short), name, biography }];
			});
		},
	};
}

const NO_IDENTITY = { guid: "", id: "", code: "" };

/** Whether two names have a word in common, or are of one word: one may be a nickname, or the same in another script. */
function couldBeSamePerson(one: string, other: string): boolean {
	const [words, others] = [one, other].map((name) => slugify(name).split("-"));
	if (!words || !others || words.length < 2 || others.length < 2) return true;
	return words.some((word) => others.includes(word));
}

/** Each address once, in the order given; told apart by the place that tells most about it. */
function dedupeLinks(links: readonly RawLink[]): ScheduleLink[] {
	const distinct = new Map<string, ScheduleLink>();
	for (const link of links) {
		const kind = classifyLink(link);
		const before = distinct.get(link.url);
		if (!before) distinct.set(link.url, { kind, url: link.url, title: link.title });
		else if (before.kind === "OTHER") distinct.set(link.url, { ...before, kind });
	}
	return [...distinct.values()];
}
