import type { GivenLink } from "../fields/link-kinds";
import { languageTag, oneLine, type ReadText } from "../fields/text";
import type { DraftPerson, DraftPlace } from "../reading/draft";
import type { GivenTalk } from "../reading/given";
import { LINK_KINDS, type LinkKind } from "../types";
import { child, children, htmlOf, textOf, type XmlElement } from "./xml-elements";

/** Reads an event, with the day and room that it stands in. */
export function readEvent(
	event: XmlElement,
	day: XmlElement | undefined,
	room: XmlElement,
	readText: ReadText,
): GivenTalk {
	const say = (name: string) => oneLine(textOf(child(event, name)));
	const text = (name: string) => readText(htmlOf(child(event, name)));
	const roomName = oneLine(room.attributes.name);
	const persons = child(event, "persons");
	return {
		guid: oneLine(event.attributes.guid),
		id: oneLine(event.attributes.id),
		code: oneLine(event.attributes.code),
		slug: say("slug"),
		title: say("title"),
		subtitle: say("subtitle"),
		type: say("type"),
		language: languageTag(say("language")),
		day: oneLine(day?.attributes.date),
		dayEnd: oneLine(day?.attributes.end),
		date: say("date"),
		start: say("start"),
		duration: say("duration"),
		track: readTrack(child(event, "track")),
		room: { name: roomName || say("room"), slug: roomName ? oneLine(room.attributes.slug) : "" },
		url: say("url"),
		isCancelled: /^cancell?ed$/i.test(say("status")),
		willBeRecorded: readRecording(child(event, "recording")),
		abstract: text("abstract"),
		description: text("description"),
		persons: children(persons, "person").flatMap((person) => readPerson(person, readText) ?? []),
		links: readLinks(event),
	};
}

/** A person of an event, whose name is its text, or of the list of persons, whose name is an element; null without one. */
export function readPerson(element: XmlElement, readText: ReadText): DraftPerson | null {
	const { guid, id, code } = element.attributes;
	const named = child(element, "name") ?? child(element, "public_name");
	const ownText = () => element.content.filter((part) => typeof part === "string").join("");
	const name = oneLine(named ? textOf(named) : ownText());
	if (name === "") return null;
	const identity = { guid: oneLine(guid), id: oneLine(id), code: oneLine(code) };
	const biography = readText(htmlOf(child(element, "biography")) || htmlOf(child(element, "extended_biography")));
	return { ...identity, name, slug: oneLine(textOf(child(element, "slug"))), biography };
}

function readTrack(element: XmlElement | undefined): DraftPlace | null {
	const name = oneLine(textOf(element));
	// wafer's word for none.
	return element && name !== "No Track" ? { name, slug: oneLine(element.attributes.slug) } : null;
}

/** Who does not opt out is recorded, where the conference records at all; which is all that frab and pretalx write. */
function readRecording(recording: XmlElement | undefined): boolean | null {
	const optout = oneLine(textOf(recording && child(recording, "optout")));
	if (/^(?:true|yes|1)$/i.test(optout)) return false;
	return /^(?:false|no|0)$/i.test(optout) ? true : null;
}

function readLinks(event: XmlElement): GivenLink[] {
	const links: GivenLink[] = [];
	const add = (from: GivenLink["from"], url: string | undefined, title: string, type = "", kind?: LinkKind) => {
		if (url?.trim()) links.push({ url: url.trim(), title: oneLine(title), from, type: oneLine(type), kind });
	};
	for (const element of children(child(event, "links"), "link")) {
		const { href, title, type, kind } = element.attributes;
		add("link", href, textOf(element) || title || "", type, readKind(kind));
	}
	for (const element of children(child(event, "attachments"), "attachment")) {
		const { href, title, type } = element.attributes;
		add("attachment", href, textOf(element) || title || "", type);
	}
	const recording = child(event, "recording");
	if (recording) {
		for (const element of [...children(recording, "url"), ...children(recording, "link")]) {
			add("recording", element.attributes.href ?? textOf(element), "Recording");
		}
	}
	add("feedback", textOf(child(event, "feedback_url")), "Feedback");
	return links;
}

/** Our own exports say what a link leads to. */
const readKind = (text: string | undefined) => LINK_KINDS.find((kind) => kind.toLowerCase() === text);
