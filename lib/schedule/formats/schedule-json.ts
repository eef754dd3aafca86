import type { RawLink } from "../fields/classify-link";
import { isOwnExport, oneLine, parseLanguageTag, type ReadText, toMarkdownText, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { type JsonDetails, readJsonDetails } from "../published/json-details";
import { assembleSchedule } from "../reading/assemble-schedule";
import { createDraft } from "../reading/create-draft";
import type { DraftPerson, DraftTrackOrRoom, RawConference, RawTalk } from "../reading/draft";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule, ScheduleLink, ScheduleTalk } from "../types";
/**
 * The JSON that frab, pretalx and the c3voc's tools publish, version 1: `schedule.conference.days[].rooms{}[]`, and the
 * draft of version 2: `schedule.events[]` beside `schedule.persons[]`. Specified in
 * https://github.com/voc/schedule/blob/master/validator/json/schema.json and schema2.json.
 */
export const scheduleJson: ScheduleFormat = {
	name: "schedule JSON",
	recognises: (head) =>
		/^\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:)/.test(head) && /"(?:schedule|conference|events)"\s*:/.test(head),
	parse: parseScheduleJson,
};

async function parseScheduleJson(chunks: AsyncIterable<string>): Promise<ParsedSchedule> {
	const file = await readJson(chunks);
	const schedule = isObject(file.schedule) ? file.schedule : file;
	const conference = object(schedule.conference);
	const generator = line(object(file.generator).name) || line(object(schedule.generator).name);
	const readText = isOwnExport(generator) ? toMarkdownText : toSourceText;
	const details = isOwnExport(generator) ? readJsonDetails(conference.meta) : null;

	const tracks = objects(conference.tracks).map(readTrackOrRoom);
	const rooms = objects(conference.rooms).map(readTrackOrRoom);
	const recordedRooms = new Set(
		objects(conference.rooms)
			.filter(isRecordedRoom)
			.map(({ name }) => line(name)),
	);
	const persons = objects(schedule.persons).flatMap((person) => readJsonPerson(person, readText) ?? []);
	const talks = [
		...talksOfDays(conference, { tracks, recordedRooms, readText }),
		...talksOfEvents(schedule, { tracks, recordedRooms, persons, readText }),
	];
	const detailedConference = applyConferenceDetails(readConference(schedule, conference), details);
	return applyScheduleDetails(
		assembleSchedule(createDraft({ conference: detailedConference, tracks, rooms, persons, talks })),
		details,
	);
}

async function readJson(chunks: AsyncIterable<string>): Promise<JsonObject> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	try {
		const file: unknown = JSON.parse(text);
		if (isObject(file)) return file;
	} catch {
		throw new ScheduleError("The JSON is cut off or not well formed.");
	}
	throw new ScheduleError("This JSON is not a schedule.");
}

type SharedContext = Pick<TalkContext, "tracks" | "recordedRooms" | "readText">;

function talksOfDays(conference: JsonObject, shared: SharedContext): RawTalk[] {
	return objects(conference.days).flatMap((day) => {
		const listed = { day: line(day.date), dayEnd: line(day.day_end) };
		return Object.entries(object(day.rooms)).flatMap(([room, events]) =>
			objects(events).map((event) => readJsonTalk(event, { ...listed, ...shared, room, persons: [] })),
		);
	});
}

function talksOfEvents(
	schedule: JsonObject,
	shared: SharedContext & { readonly persons: readonly DraftPerson[] },
): RawTalk[] {
	const listed = { day: "", dayEnd: "", room: "" };
	return objects(schedule.events).map((event) => readJsonTalk(event, { ...listed, ...shared }));
}

/** As the c3voc's hub says it of rooms, in version 2. */
const isRecordedRoom = ({ features }: JsonObject) => line(object(features).recording) === "RECORD_BY_DEFAULT";

const readTrackOrRoom = (item: JsonObject): DraftTrackOrRoom => ({ name: line(item.name), slug: line(item.slug) });

function readConference(schedule: JsonObject, conference: JsonObject): RawConference {
	const readField = (name: string) => line(conference[name]);
	return {
		acronym: readField("acronym"),
		title: readField("title"),
		fileTitle: "",
		subtitle: readField("subtitle") || oneLine(readField("description")),
		start: readField("start"),
		end: readField("end"),
		dayChange: readField("day_change"),
		timeZone: readField("time_zone_name"),
		venue: readField("venue"),
		city: readField("city"),
		urls: [readField("url"), line(schedule.base_url)],
		version: line(schedule.version),
	};
}

type TalkContext = {
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
function readJsonTalk(event: JsonObject, context: TalkContext): RawTalk {
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
function readJsonPerson(person: JsonObject, readText: ReadText): DraftPerson | null {
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

/** A JSON object of which nothing is known yet. */
type JsonObject = { readonly [name: string]: unknown };

function isObject(value: unknown): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; what else stands in it is no talk, person or link. */
function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function object(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

const LANGUAGES = ["en", "de", "fr", "es", "nl"];

/**
 * A text: a string, a number, or one in several languages (`{"en": …, "de": …}`), of which the talk's own comes first, then
 * English. "" for anything else.
 */
function rawText(value: unknown, language = ""): string {
	if (typeof value === "string") return value;
	if (typeof value === "number" && Number.isFinite(value)) return String(value);
	if (!isObject(value)) return "";
	const wanted = [language, ...LANGUAGES, ...Object.keys(value)];
	const found = wanted.find(
		(name) => Object.hasOwn(value, name) && typeof value[name] === "string" && value[name] !== "",
	);
	return found === undefined ? "" : String(value[found]);
}

const line = (value: unknown, language?: string) => oneLine(rawText(value, language));

/** The conference of a file of our own, with what the format has no place for. */
function applyConferenceDetails(conference: RawConference, details: JsonDetails | null): RawConference {
	if (!details) return conference;
	const { slug, subtitle, venue, city, timeZone, dayChange } = details;
	const time = `${Math.floor(dayChange / 60)}:${String(dayChange % 60).padStart(2, "0")}`;
	const texts = { subtitle: oneLine(subtitle), venue: oneLine(venue), city: oneLine(city) };
	return { ...conference, acronym: slug, ...texts, timeZone, dayChange: time };
}

/** The schedule of a file of our own, its slugs, addresses and links as they were before they were written. */
function applyScheduleDetails(parsed: ParsedSchedule, details: JsonDetails | null): ParsedSchedule {
	if (!details) return parsed;
	const { schedule } = parsed;
	const mapSlugs = (items: typeof schedule.tracks, slugs: Readonly<Record<string, string>>) =>
		new Map(items.map(({ slug, name }) => [slug, Object.hasOwn(slugs, name) ? (slugs[name] ?? slug) : slug]));
	const tracks = mapSlugs(schedule.tracks, details.tracks);
	const rooms = mapSlugs(schedule.rooms, details.rooms);
	const withOriginalSlug =
		(slugs: ReadonlyMap<string, string>) => (one: { readonly slug: string; readonly name: string }) => ({
			...one,
			slug: slugs.get(one.slug) ?? one.slug,
		});
	return {
		...parsed,
		schedule: {
			...schedule,
			tracks: schedule.tracks.map(withOriginalSlug(tracks)),
			rooms: schedule.rooms.map(withOriginalSlug(rooms)),
			talks: schedule.talks.map((talk) => {
				const track = talk.track === null ? null : (tracks.get(talk.track) ?? talk.track);
				const room = talk.room === null ? null : (rooms.get(talk.room) ?? talk.room);
				return applyTalkDetails({ ...talk, track, room }, details);
			}),
		},
	};
}

function applyTalkDetails(talk: ScheduleTalk, { talks }: JsonDetails): ScheduleTalk {
	const talkDetails = talk.guid !== null && Object.hasOwn(talks, talk.guid) ? talks[talk.guid] : undefined;
	if (!talkDetails) return talk;
	const {
		slug = talk.slug,
		type = talk.type,
		url = talk.url,
		isCancelled = talk.isCancelled,
		links = [],
	} = talkDetails;
	const isWhole = links.length === talk.links.length;
	const applyLinkDetails = (link: ScheduleLink, index: number): ScheduleLink => {
		const [kind = link.kind, linkUrl = link.url] = links[index] ?? [];
		return { ...link, kind, url: linkUrl };
	};
	return { ...talk, slug, type, url, isCancelled, links: isWhole ? talk.links.map(applyLinkDetails) : talk.links };
}
