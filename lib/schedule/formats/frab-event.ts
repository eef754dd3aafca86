import type { DraftPerson, DraftPlace, DraftTalk } from "../draft";
import { webAddress } from "../fields/address";
import { parseDuration } from "../fields/duration";
import type { GivenLink } from "../fields/link-kinds";
import { calendarDay, conferenceDay, parseStart } from "../fields/moment";
import { languageTag, longText, oneLine } from "../fields/text";
import type { ScheduleConference } from "../types";
import { child, children, htmlOf, textOf, type XmlElement } from "./xml-elements";

/** An event whose times and addresses wait for what the conference says. */
export type FrabEvent = Omit<DraftTalk, "day" | "start" | "duration" | "url" | "links"> & {
	readonly day: string;
	readonly date: string;
	readonly start: string;
	readonly duration: string;
	readonly url: string;
	readonly links: readonly GivenLink[];
};

/** Reads an event, with the day and room that it stands in. */
export function readEvent(event: XmlElement, day: XmlElement | undefined, room: XmlElement): FrabEvent {
	const say = (name: string) => oneLine(textOf(child(event, name)));
	const text = (name: string) => longText(htmlOf(child(event, name)));
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
		date: say("date"),
		start: say("start"),
		duration: say("duration"),
		track: readTrack(child(event, "track")),
		room: { name: roomName || say("room"), slug: roomName ? oneLine(room.attributes.slug) : "" },
		url: say("url"),
		isCancelled: false,
		abstract: text("abstract"),
		description: text("description"),
		persons: children(persons, "person").flatMap((person) => readPerson(person) ?? []),
		links: readLinks(event),
	};
}

/** A person of an event, whose name is its text, or of the list of persons, whose name is an element; null without one. */
export function readPerson(element: XmlElement): DraftPerson | null {
	const { guid, id, code } = element.attributes;
	const named = child(element, "name") ?? child(element, "public_name");
	const ownText = () => element.content.filter((part) => typeof part === "string").join("");
	const name = oneLine(named ? textOf(named) : ownText());
	if (name === "") return null;
	const identity = { guid: oneLine(guid), id: oneLine(id), code: oneLine(code) };
	const biography = longText(htmlOf(child(element, "biography")) || htmlOf(child(element, "extended_biography")));
	return { ...identity, name, slug: oneLine(textOf(child(element, "slug"))), biography };
}

/** The talk of an event, or why there is none; a talk may come with a warning too. */
export function draftTalk(
	event: FrabEvent,
	conference: ScheduleConference,
): { readonly talk?: DraftTalk; readonly warning?: string } {
	const label = event.title ? `"${event.title}"` : `The event ${event.id || event.guid || `on ${event.day}`}`;
	if (event.title === "") return { warning: `${label} has no title and is left out.` };
	const { timeZone, dayChange } = conference;
	const listedUnder = calendarDay(event.day);
	const start = parseStart(event.date, event.start, { day: listedUnder, dayChange, timeZone });
	if (!start) {
		const given = [event.date, event.start].filter((part) => part !== "").join(" ");
		return { warning: `${label} is left out: when it begins cannot be read${given === "" ? "" : ` from "${given}"`}.` };
	}

	const problems: string[] = [];
	const duration = parseDuration(event.duration);
	if (duration === null) problems.push(`its duration "${event.duration}" cannot be read`);
	const url = webAddress(event.url, conference.url);
	if (event.url !== "" && url === null) problems.push(`its address "${event.url}" is none`);
	const links: GivenLink[] = [];
	const broken: string[] = [];
	for (const link of event.links) {
		const address = webAddress(link.url);
		if (address === null) broken.push(`"${link.url}"`);
		else links.push(address === link.url ? link : { ...link, url: address });
	}
	if (broken.length > 0) problems.push(`left out, for they are no web addresses: ${broken.join(", ")}`);

	const day = listedUnder ?? conferenceDay(start, { timeZone, dayChange });
	const { date: _, ...same } = event;
	const talk = { ...same, day, start, duration: duration ?? 0, url, links };
	return problems.length === 0 ? { talk } : { talk, warning: `${label}: ${problems.join("; ")}.` };
}

function readTrack(element: XmlElement | undefined): DraftPlace | null {
	return element ? { name: oneLine(textOf(element)), slug: oneLine(element.attributes.slug) } : null;
}

function readLinks(event: XmlElement): GivenLink[] {
	const links: GivenLink[] = [];
	const add = (from: GivenLink["from"], url: string | undefined, title: string, type = "") => {
		if (url?.trim()) links.push({ url: url.trim(), title: oneLine(title), from, type: oneLine(type) });
	};
	for (const element of children(child(event, "links"), "link")) {
		const { href, title, type } = element.attributes;
		add("link", href, textOf(element) || title || "", type);
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
