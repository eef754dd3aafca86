import { isOwnExport, oneLine, toMarkdownText, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { readJsonDetails } from "../published/json-details";
import { assembleSchedule } from "../reading/assemble";
import type { DraftPerson, DraftTrackOrRoom } from "../reading/draft";
import { createDraft } from "../reading/draft-of-given";
import type { RawConference, RawTalk } from "../reading/given";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { isObject, type JsonObject, line, object, objects } from "./json-values";
import { applyConferenceDetails, applyScheduleDetails } from "./own-json";
import { readJsonPerson, readJsonTalk, type TalkContext } from "./schedule-json-talk";

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
