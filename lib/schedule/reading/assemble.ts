import { hash } from "../digest";
import { titleSaysCancelled } from "../fields/cancelled";
import { type GivenLink, linkKind } from "../fields/link-kinds";
import { slotKey, speakerKey, talkKey } from "../identity";
import { ScheduleError } from "../schedule-error";
import { createSlugs, isUsableSlug, slugify } from "../slug";
import type { ParsedSchedule, ScheduleLink, ScheduleSpeaker, ScheduleTalk } from "../types";
import type { DraftPerson, DraftPlace, DraftTalk, ScheduleDraft } from "./draft";
import { quoted } from "./quoted";

/**
 * Makes a schedule of what a format read: keys and slugs that are unique, links told apart, and of the tracks, rooms and
 * persons those that a talk needs, in the order in which the schedule lists them. Throws a `ScheduleError` where there
 * is no talk.
 */
export function assembleSchedule(draft: ScheduleDraft): ParsedSchedule {
	const warnings = [...draft.warnings];
	const tracks = createPlaces("track", draft.tracks);
	const rooms = createPlaces("room", draft.rooms);
	const persons = createPersons(draft.persons);
	const talks = new Map<string, ScheduleTalk>();
	const slugOf = createSlugs();

	for (const talk of draft.talks) {
		const speakers = [...new Set(talk.persons.map(persons.keyOf))];
		const room = rooms.slugOf(talk.room);
		const key = freeKey(talk, { speakers, room: room ?? "" }, talks);
		if (key === null) {
			warnings.push(`${quoted(talk.title)} stands in the schedule twice; it is taken once.`);
			continue;
		}
		if (key.isSecondSlot) warnings.push(`${quoted(talk.title)} has the identity of another talk; both are kept.`);
		const { guid, title, subtitle, type, language, day, start, duration, url } = talk;
		const isCancelled = talk.isCancelled || titleSaysCancelled(title);
		const { willBeRecorded, abstract, description } = talk;
		const slug = slugOf(wantedSlug(talk, key.key), talk.code || talk.id || hash(key.key).slice(0, 8));
		const track = tracks.slugOf(talk.track);
		const links = distinctLinks(talk.links);
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

type Found = { readonly speakers: readonly string[]; readonly room: string };

function freeKey(talk: DraftTalk, found: Found, taken: ReadonlyMap<string, ScheduleTalk>) {
	const key = talkKey({ ...talk, ...found });
	const holder = taken.get(key);
	if (!holder) return { key, isSecondSlot: false };
	if (holder.start.getTime() === talk.start.getTime() && (holder.room ?? "") === found.room) return null;
	const second = slotKey(key, { start: talk.start, room: found.room });
	return taken.has(second) ? null : { key: second, isSecondSlot: true };
}

function wantedSlug(talk: DraftTalk, key: string): string {
	if (isUsableSlug(talk.slug)) return talk.slug;
	const titled = slugify(talk.slug) || slugify(talk.title);
	const code = isUsableSlug(talk.code) ? talk.code : "";
	return [code, titled].filter((part) => part !== "").join("-") || `talk-${slugify(talk.id) || hash(key).slice(0, 8)}`;
}

/** Tracks or rooms: the same slug, or without one the same name, is the same. */
function createPlaces(kind: "track" | "room", listed: readonly DraftPlace[]) {
	const slugFor = createSlugs();
	const known = new Map<string, { readonly slug: string; readonly name: string }>();
	const used = new Set<string>();
	const find = (place: DraftPlace) => {
		const given = isUsableSlug(place.slug) ? place.slug : "";
		const identity = given === "" ? `name ${place.name}` : `slug ${given}`;
		let found = known.get(identity);
		if (!found) {
			const made = given || slugify(place.name) || `${kind}-${hash(place.name).slice(0, 8)}`;
			found = { slug: slugFor(made, hash(place.name).slice(0, 8)), name: place.name || place.slug };
			known.set(identity, found);
			// Elsewhere the same one may be named without its slug.
			if (!known.has(`name ${place.name}`)) known.set(`name ${place.name}`, found);
		}
		return found.slug;
	};
	for (const place of listed) if (place.name !== "") find(place);
	return {
		slugOf(place: DraftPlace | null): string | null {
			if (!place || place.name === "") return null;
			const slug = find(place);
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
function createPersons(listed: readonly DraftPerson[]) {
	const known = new Map<string, DraftPerson>();
	const used = new Set<string>();
	const keyOf = (person: DraftPerson) => {
		const key = speakerKey(person);
		const holder = known.get(key);
		return !holder || mayBeOne(holder.name, person.name)
			? key
			: `${key} ${speakerKey({ ...NOBODY, name: person.name })}`;
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
			const slugFor = createSlugs();
			return [...known].flatMap(([key, { name, slug, id, code, biography }]) => {
				if (!used.has(key)) return [];
				const short = hash(key).slice(0, 8);
				const wanted = isUsableSlug(slug) ? slug : slugify(name) || `speaker-${slugify(id) || short}`;
				return [{ key, slug: slugFor(wanted, id || code || short), name, biography }];
			});
		},
	};
}

const NOBODY = { guid: "", id: "", code: "" };

/** Whether two names have a word in common, or are of one word: one may be a nickname, or the same in another script. */
function mayBeOne(one: string, other: string): boolean {
	const [words, others] = [one, other].map((name) => slugify(name).split("-"));
	if (!words || !others || words.length < 2 || others.length < 2) return true;
	return words.some((word) => others.includes(word));
}

/** Each address once, in the order given; told apart by the place that tells most about it. */
function distinctLinks(links: readonly GivenLink[]): ScheduleLink[] {
	const distinct = new Map<string, ScheduleLink>();
	for (const link of links) {
		const kind = linkKind(link);
		const before = distinct.get(link.url);
		if (!before) distinct.set(link.url, { kind, url: link.url, title: link.title });
		else if (before.kind === "OTHER") distinct.set(link.url, { ...before, kind });
	}
	return [...distinct.values()];
}
