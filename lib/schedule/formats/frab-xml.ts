import { assembleSchedule } from "../assemble";
import type { DraftPerson, DraftPlace, DraftTalk } from "../draft";
import { oneLine } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { readConference } from "./frab-conference";
import { draftTalk, type FrabEvent, readEvent, readPerson } from "./frab-event";
import { children, readXmlElements, rootElementName, textOf, type XmlElement } from "./xml-elements";

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
	const tracks: DraftPlace[] = [];
	const persons: DraftPerson[] = [];
	const events: FrabEvent[] = [];

	await readXmlElements(chunks, CONTAINERS, (element, [, outer, inner]) => {
		if (inner) {
			if (element.name === "event") events.push(readEvent(element, outer, inner));
		} else if (outer) {
			const person = element.name === "person" ? readPerson(element) : null;
			if (person) persons.push(person);
		} else if (element.name === "conference") {
			conferenceElement = element;
			tracks.push(...children(element, "track").map(readTrack));
		} else if (element.name === "tracks") {
			tracks.push(...children(element, "track").map(readTrack));
		} else if (element.name === "version") {
			version = oneLine(textOf(element));
		}
	});

	// Only now: nothing says that a file begins with its conference.
	const { conference, warnings } = readConference(conferenceElement, version, events);
	const talks: DraftTalk[] = [];
	for (const event of events) {
		const read = draftTalk(event, conference);
		if (read.talk) talks.push(read.talk);
		if (read.warning) warnings.push(read.warning);
	}
	if (events.length > 0 && talks.length === 0) {
		throw new ScheduleError(`The schedule holds no talk that can be read: ${warnings.at(-1)}`);
	}
	return assembleSchedule({ conference, tracks, rooms: [], persons, talks, warnings });
}

// pretalx lists them as `<track name="…" slug="…"/>`, FOSDEM as `<track slug="…">…</track>`.
function readTrack(element: XmlElement): DraftPlace {
	return { name: oneLine(textOf(element) || element.attributes.name), slug: oneLine(element.attributes.slug) };
}
