import { isOwnExport, oneLine, type ReadText, toMarkdownText, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble";
import type { DraftPerson, DraftTrackOrRoom } from "../reading/draft";
import { createDraft } from "../reading/draft-of-given";
import type { RawTalk } from "../reading/given";
import type { ParsedSchedule } from "../types";
import { readConference } from "./frab-conference";
import { readEvent, readPerson } from "./frab-event";
import { findChildren, readXmlElements, rootElementName, textOf, type XmlElement } from "./xml-elements";

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
