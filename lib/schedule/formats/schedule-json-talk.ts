import type { RawLink } from "../fields/link-kinds";
import { parseLanguageTag, type ReadText } from "../fields/text";
import type { DraftPerson, DraftTrackOrRoom } from "../reading/draft";
import type { RawTalk } from "../reading/given";
import { isObject, type JsonObject, line, object, objects, rawText } from "./json-values";

export type TalkContext = {
	/** Where the talk stands; "" in version 2, whose talks are one list. */
	readonly day: string;
	readonly dayEnd: string;
	readonly room: string;
	/** Those of the conference, for talks that name a track by its slug alone. */
	readonly tracks: readonly DraftTrackOrRoom[];
	/** The names of rooms in which what does not say otherwise is recorded. */
	readonly recordedRooms: ReadonlySet<string>;
	/** Those of the schedule, for talks that name them by guid alone. */
	readonly persons: readonly DraftPerson[];
	readonly readText: ReadText;
};

/** Reads an event of version 1 or 2. What version 2 calls the talk's `start` is version 1's `date`. */
export function readJsonTalk(event: JsonObject, context: TalkContext): RawTalk {
	const { day, dayEnd, tracks, persons, recordedRooms, readText } = context;
	const language = parseLanguageTag(line(event.language) || line(event.locale));
	const readField = (name: string) => line(event[name], language);
	const text = (name: string) => readText(rawText(event[name], language));
	const date = readField("date") || (/^\d{4}-/.test(readField("start")) ? readField("start") : "");
	const room = readRoom(event.room, context.room);
	return {
		guid: readField("guid"),
		id: readField("id"),
		code: readField("code"),
		slug: readField("slug"),
		title: readField("title"),
		subtitle: readField("subtitle"),
		type: readField("type").toLowerCase(),
		language,
		day,
		dayEnd,
		date,
		start: readField("start"),
		duration: readField("duration") || minutesBetween(date, readField("end")),
		track: readTrack(event.track, tracks, language),
		room,
		url: readField("url") || readField("origin_url"),
		isCancelled: /^cancell?ed$/i.test(readField("state") || readField("status")),
		willBeRecorded: readRecording(event.do_not_record) ?? (room && recordedRooms.has(room.name) ? true : null),
		abstract: text("abstract"),
		description: text("description"),
		persons: objects(event.persons ?? event.participants).flatMap((person) => {
			if (!isSpeaking(person)) return [];
			const guid = line(person.guid).toLowerCase();
			const known = guid === "" ? undefined : persons.find((one) => one.guid.toLowerCase() === guid);
			return readJsonPerson(person, readText) ?? known ?? [];
		}),
		links: readLinks(event),
	};
}

const readRecording = (doNot: unknown) => (typeof doNot === "boolean" ? !doNot : null);

/** A person of a talk or of the schedule's list; null without a name. */
export function readJsonPerson(person: JsonObject, readText: ReadText): DraftPerson | null {
	const name = line(person.public_name) || line(person.name) || line(person.full_public_name);
	if (name === "") return null;
	const identity = { guid: line(person.guid), id: line(person.id), code: line(person.code) };
	const biography = readText(rawText(person.biography) || rawText(person.description));
	return { ...identity, name, slug: line(person.slug), biography };
}

// Version 2 lists everybody who takes part.
const isSpeaking = (person: JsonObject) => !/^(?:contributor|translator|angel|host|staff)$/i.test(line(person.role));

function readTrack(value: unknown, tracks: readonly DraftTrackOrRoom[], language: string): DraftTrackOrRoom | null {
	if (value === null || value === undefined) return null;
	if (!isObject(value)) {
		const name = line(value);
		return name === "" ? null : { name, slug: "" };
	}
	const slug = line(value.slug);
	// pretalx gives names in several languages in the place of the object.
	const name = line(value.name, language) || (slug === "" ? line(value, language) : "");
	return (
		tracks.find((track) => track.slug !== "" && track.slug === slug) ??
		(name || slug ? { name: name || slug, slug } : null)
	);
}

function readRoom(value: unknown, listedIn: string): DraftTrackOrRoom | null {
	const room = isObject(value) ? { name: line(value.name), slug: line(value.slug) } : { name: line(value), slug: "" };
	const name = room.name || line(listedIn);
	return name === "" ? null : { name, slug: room.slug };
}

function readLinks(event: JsonObject): RawLink[] {
	const links: RawLink[] = [];
	const add = (from: RawLink["from"], url: unknown, title: string, type = "") => {
		const trimmedUrl = rawText(url).trim();
		if (trimmedUrl !== "") links.push({ url: trimmedUrl, title, from, type });
	};
	for (const link of objects(event.links)) {
		const type = line(link.type).toLowerCase();
		add(type === "feedback" ? "feedback" : "link", link.url ?? link.href, line(link.title) || capitalize(type), type);
	}
	for (const attachment of objects(event.attachments)) {
		const type = line(attachment.type).toLowerCase();
		add("attachment", attachment.url ?? attachment.href, line(attachment.title) || capitalize(type), type);
	}
	const recording = object(event.recording);
	for (const url of [recording.url, recording.link, event.video_download_url, event.recording_url]) {
		add("recording", url, "Recording");
	}
	add("feedback", event.feedback_url, "Feedback");
	return links;
}

const capitalize = (type: string) => (type === "" ? "" : `${type.charAt(0).toUpperCase()}${type.slice(1)}`);

/** Version 2 gives an end in the place of a duration. */
function minutesBetween(start: string, end: string): string {
	const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
	return Number.isNaN(minutes) || minutes < 0 ? "" : String(minutes);
}
