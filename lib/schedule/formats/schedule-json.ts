import { isOwnExport, longText, markdownText, oneLine } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { readJsonDetails } from "../published/json-details";
import { assembleSchedule } from "../reading/assemble";
import type { DraftPerson, DraftPlace } from "../reading/draft";
import { draftOf } from "../reading/draft-of-given";
import type { GivenConference, GivenTalk } from "../reading/given";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { isObject, type JsonObject, line, object, objects } from "./json-values";
import { detailedConference, detailedSchedule } from "./own-json";
import { type Listed, readJsonPerson, readJsonTalk } from "./schedule-json-talk";

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
	const readText = isOwnExport(generator) ? markdownText : longText;
	const details = isOwnExport(generator) ? readJsonDetails(conference.meta) : null;

	const tracks = objects(conference.tracks).map(readPlace);
	const rooms = objects(conference.rooms).map(readPlace);
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
	const described = detailedConference(readConference(schedule, conference), details);
	return detailedSchedule(assembleSchedule(draftOf({ conference: described, tracks, rooms, persons, talks })), details);
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

type Around = Pick<Listed, "tracks" | "recordedRooms" | "readText">;

function talksOfDays(conference: JsonObject, around: Around): GivenTalk[] {
	return objects(conference.days).flatMap((day) => {
		const listed = { day: line(day.date), dayEnd: line(day.day_end) };
		return Object.entries(object(day.rooms)).flatMap(([room, events]) =>
			objects(events).map((event) => readJsonTalk(event, { ...listed, ...around, room, persons: [] })),
		);
	});
}

function talksOfEvents(
	schedule: JsonObject,
	around: Around & { readonly persons: readonly DraftPerson[] },
): GivenTalk[] {
	const listed = { day: "", dayEnd: "", room: "" };
	return objects(schedule.events).map((event) => readJsonTalk(event, { ...listed, ...around }));
}

/** As the c3voc's hub says it of rooms, in version 2. */
const isRecordedRoom = ({ features }: JsonObject) => line(object(features).recording) === "RECORD_BY_DEFAULT";

const readPlace = (place: JsonObject): DraftPlace => ({ name: line(place.name), slug: line(place.slug) });

function readConference(schedule: JsonObject, conference: JsonObject): GivenConference {
	const say = (name: string) => line(conference[name]);
	return {
		acronym: say("acronym"),
		title: say("title"),
		fileTitle: "",
		subtitle: say("subtitle") || oneLine(say("description")),
		start: say("start"),
		end: say("end"),
		dayChange: say("day_change"),
		timeZone: say("time_zone_name"),
		venue: say("venue"),
		city: say("city"),
		urls: [say("url"), line(schedule.base_url)],
		version: line(schedule.version),
	};
}
