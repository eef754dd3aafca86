import { oneLine } from "../fields/text";
import { type GivenConference, NO_CONFERENCE } from "../reading/given";
import { child, textOf, type XmlElement } from "./xml-elements";

/** Reads the conference of a frab file. */
export function readConference(element: XmlElement | undefined, version: string): GivenConference {
	if (!element) return { ...NO_CONFERENCE, version };
	const say = (name: string) => oneLine(textOf(child(element, name)));
	return {
		acronym: say("acronym"),
		title: say("title"),
		fileTitle: "",
		subtitle: say("subtitle"),
		start: say("start"),
		end: say("end"),
		dayChange: say("day_change"),
		timeZone: say("time_zone_name"),
		venue: say("venue"),
		city: say("city"),
		urls: [say("url"), say("base_url")],
		version,
	};
}
