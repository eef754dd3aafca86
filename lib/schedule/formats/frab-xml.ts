import type { RawLink } from "../fields/classify-link";
import { isOwnExport, oneLine, parseLanguageTag, type ReadText, toMarkdownText, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble-schedule";
import { createDraft } from "../reading/create-draft";
import type { DraftPerson, DraftTrackOrRoom } from "../reading/draft";
import { EMPTY_CONFERENCE, type RawConference, type RawTalk } from "../reading/draft";
import { LINK_KINDS, type LinkKind, type ParsedSchedule } from "../types";
import {
	findChild,
	findChildren,
	htmlOf,
	readXmlElements,
	rootElementName,
	textOf,
	type XmlElement,
} from "./xml-elements";

/**
 * The XML that frab, Pentabarf, pretalx and FOSDEM publish: `schedule > day > room > event`. Its shape is specified in
 * https://github.com/voc/schedule/blob/master/validator/xsd/schedule.xml.xsd; files in the wild are older and looser.
 */
export const frabXml: ScheduleFormat = {
	name: "frab/Pentabarf XML",
	recognises: (head) => /^\s*</.test(head) && (rootElementName(head) ?? "schedule") === "schedule",
	parse: parseFrabXml,
};

const CONTAINERS = new Set(["schedule", "schedule/persons", "schedule/day", "schedule/day/room"]);

/** Reads frab XML from its text's pieces. Throws a `ScheduleError` where it is no schedule, or one without talks. */
export async function parseFrabXml(chunks: AsyncIterable<string>): Promise<ParsedSchedule> {
	let conferenceElement: XmlElement | undefined;
	let version = "";
	const tracks: DraftTrackOrRoom[] = [];
	const rooms: DraftTrackOrRoom[] = [];
	const persons: DraftPerson[] = [];
	const talks: RawTalk[] = [];
	let readText: ReadText = toSourceText;

	await readXmlElements(chunks, CONTAINERS, (element, [, outer, inner]) => {
		if (inner) {
			if (element.name === "event") talks.push(readEvent(element, outer, inner, readText));
		} else if (outer) {
			const person = element.name === "person" ? readPerson(element, readText) : null;
			if (person) persons.push(person);
		} else if (element.name === "conference") {
			conferenceElement = element;
			tracks.push(...findChildren(element, "track").map(readTrackOrRoom));
		} else if (element.name === "tracks") {
			tracks.push(...findChildren(element, "track").map(readTrackOrRoom));
		} else if (element.name === "rooms") {
			rooms.push(...findChildren(element, "room").map(readTrackOrRoom));
		} else if (element.name === "generator") {
			if (isOwnExport(element.attributes.name)) readText = toMarkdownText;
		} else if (element.name === "version") {
			version = oneLine(textOf(element));
		}
	});

	const conference = readConference(conferenceElement, version);
	return assembleSchedule(createDraft({ conference, tracks, rooms, persons, talks }));
}

// pretalx lists them as `<track name="…" slug="…"/>`, FOSDEM as `<track slug="…">…</track>`.
function readTrackOrRoom(element: XmlElement): DraftTrackOrRoom {
	return { name: oneLine(textOf(element) || element.attributes.name), slug: oneLine(element.attributes.slug) };
}

/** Reads the conference of a frab file. */
function readConference(element: XmlElement | undefined, version: string): RawConference {
	if (!element) return { ...EMPTY_CONFERENCE, version };
	const readField = (name: string) => oneLine(textOf(findChild(element, name)));
	return {
		acronym: readField("acronym"),
		title: readField("title"),
		fileTitle: "",
		subtitle: readField("subtitle"),
		start: readField("start"),
		end: readField("end"),
		dayChange: readField("day_change"),
		timeZone: readField("time_zone_name"),
		venue: readField("venue"),
		city: readField("city"),
		urls: [readField("url"), readField("base_url")],
		version,
	};
}

/** Reads an event, with the day and room that it stands in. */
function readEvent(event: XmlElement, day: XmlElement | undefined, room: XmlElement, readText: ReadText): RawTalk {
	const readField = (name: string) => oneLine(textOf(findChild(event, name)));
	const text = (name: string) => readText(htmlOf(findChild(event, name)));
	const roomName = oneLine(room.attributes.name);
	const persons = findChild(event, "persons");
	return {
		guid: oneLine(event.attributes.guid),
		id: oneLine(event.attributes.id),
		code: oneLine(event.attributes.code),
		slug: readField("slug"),
		title: readField("title"),
		subtitle: readField("subtitle"),
		type: readField("type"),
		language: parseLanguageTag(readField("language")),
		day: oneLine(day?.attributes.date),
		dayEnd: oneLine(day?.attributes.end),
		date: readField("date"),
		start: readField("start"),
		duration: readField("duration"),
		track: readTrack(findChild(event, "track")),
		room: { name: roomName || readField("room"), slug: roomName ? oneLine(room.attributes.slug) : "" },
		url: readField("url"),
		isCancelled: /^cancell?ed$/i.test(readField("status")),
		willBeRecorded: readRecording(findChild(event, "recording")),
		abstract: text("abstract"),
		description: text("description"),
		persons: findChildren(persons, "person").flatMap((person) => readPerson(person, readText) ?? []),
		links: readLinks(event),
	};
}

/** A person of an event, whose name is its text, or of the list of persons, whose name is an element; null without one. */
function readPerson(element: XmlElement, readText: ReadText): DraftPerson | null {
	const { guid, id, code } = element.attributes;
	const named = findChild(element, "name") ?? findChild(element, "public_name");
	const readDirectText = () => element.content.filter((part) => typeof part === "string").join("");
	const name = oneLine(named ? textOf(named) : readDirectText());
	if (name === "") return null;
	const identity = { guid: oneLine(guid), id: oneLine(id), code: oneLine(code) };
	const biography = readText(
		htmlOf(findChild(element, "biography")) || htmlOf(findChild(element, "extended_biography")),
	);
	return { ...identity, name, slug: oneLine(textOf(findChild(element, "slug"))), biography };
}

function readTrack(element: XmlElement | undefined): DraftTrackOrRoom | null {
	const name = oneLine(textOf(element));
	// wafer's word for none.
	return element && name !== "No Track" ? { name, slug: oneLine(element.attributes.slug) } : null;
}

/** Who does not opt out is recorded, where the conference records at all; which is all that frab and pretalx write. */
function readRecording(recording: XmlElement | undefined): boolean | null {
	const optout = oneLine(textOf(recording && findChild(recording, "optout")));
	if (/^(?:true|yes|1)$/i.test(optout)) return false;
	return /^(?:false|no|0)$/i.test(optout) ? true : null;
}

function readLinks(event: XmlElement): RawLink[] {
	const links: RawLink[] = [];
	const add = (from: RawLink["from"], url: string | undefined, title: string, type = "", kind?: LinkKind) => {
		if (url?.trim()) links.push({ url: url.trim(), title: oneLine(title), from, type: oneLine(type), kind });
	};
	for (const element of findChildren(findChild(event, "links"), "link")) {
		const { href, title, type, kind } = element.attributes;
		add("link", href, textOf(element) || title || "", type, readKind(kind));
	}
	for (const element of findChildren(findChild(event, "attachments"), "attachment")) {
		const { href, title, type } = element.attributes;
		add("attachment", href, textOf(element) || title || "", type);
	}
	const recording = findChild(event, "recording");
	if (recording) {
		for (const element of [...findChildren(recording, "url"), ...findChildren(recording, "link")]) {
			add("recording", element.attributes.href ?? textOf(element), "Recording");
		}
	}
	add("feedback", textOf(findChild(event, "feedback_url")), "Feedback");
	return links;
}

/** Our own exports say what a link leads to. */
const readKind = (text: string | undefined) => LINK_KINDS.find((kind) => kind.toLowerCase() === text);
