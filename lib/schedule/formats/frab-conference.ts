import { oneLine } from "../fields/text";
import { EMPTY_CONFERENCE, type RawConference } from "../reading/given";
import { findChild, textOf, type XmlElement } from "./xml-elements";

/** Reads the conference of a frab file. */
export function readConference(element: XmlElement | undefined, version: string): RawConference {
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
