import { CsvError, parse } from "csv-parse/sync";
import type { RawLink } from "../fields/classify-link";
import { oneLine, parseLanguageTag, toSourceText } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble-schedule";
import { createDraft } from "../reading/create-draft";
import type { DraftPerson } from "../reading/draft";
import { EMPTY_CONFERENCE, type RawConference, type RawTalk } from "../reading/draft";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { countMinutes, type DayOrder, detectDayOrder, normalizeDateTime, normalizeDay, splitRange } from "./csv-times";

/**
 * A table of talks, for conferences that publish nothing else: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with commas,
 * semicolons or tabs, and a header whose columns are those of docs/schedule-csv.md. Lines "# title: …" before the header tell
 * of the conference.
 */
export const csv: ScheduleFormat = {
	name: "CSV",
	recognises: (head) => findDelimiter(getHeaderLine(head)) !== null,
	parse: parseCsv,
};

const DELIMITERS = [",", ";", "\t"];
const MAX_COLUMNS = 200;

async function parseCsv(chunks: AsyncIterable<string>, { title }: { title: string }): Promise<ParsedSchedule> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	const { comments, table } = splitComments(text);
	const delimiter = findDelimiter(getHeaderLine(table)) ?? ",";
	const rows = readRows(table, delimiter);
	const readSetting = (name: string) =>
		comments.get(name) ?? rows.find((row) => row[name as CsvColumn])?.[name as CsvColumn] ?? "";
	const conference: RawConference = {
		...EMPTY_CONFERENCE,
		acronym: readSetting("acronym"),
		title: readSetting("conference"),
		fileTitle: title,
		timeZone: readSetting("timezone"),
		dayChange: readSetting("day change"),
		venue: readSetting("venue"),
		city: readSetting("city"),
		urls: [readSetting("conference url")],
	};
	const order = detectDayOrder(rows.flatMap(({ date, start, end }) => [date ?? "", start ?? "", end ?? ""]));
	const talks = rows.map((row) => toTalk(row, order));
	return assembleSchedule(createDraft({ conference, tracks: [], rooms: [], persons: [], talks }));
}

type Row = Partial<Readonly<Record<CsvColumn, string>>>;

function readRows(table: string, delimiter: string): Row[] {
	try {
		return parse(table, {
			bom: true,
			delimiter,
			columns: (splitNames: string[]) => {
				const columns = mapColumns(splitNames.slice(0, MAX_COLUMNS));
				return splitNames.map((_, index) => columns[index] ?? false);
			},
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			skip_records_with_empty_values: true,
			trim: true,
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw new ScheduleError(`The table cannot be read: ${error.message.replace(/\s+/g, " ").replace(/\.$/, "")}.`);
	}
}

function toTalk(row: Row, order: DayOrder): RawTalk {
	const readField = (column: CsvColumn) => oneLine(row[column]);
	const day = normalizeDay(readField("date"), order);
	const range = splitRange(readField("start"));
	const start = normalizeDateTime(range.start, order);
	const hasDate = /^\d{4}-/.test(start);
	const date = hasDate ? start : day;
	const toTrackOrRoom = (name: string) => (name === "" ? null : { name, slug: "" });
	return {
		guid: readField("guid"),
		id: readField("id"),
		code: "",
		slug: "",
		title: readField("title"),
		subtitle: readField("subtitle"),
		type: readField("type"),
		language: parseLanguageTag(readField("language")),
		day: hasDate ? "" : day,
		dayEnd: "",
		date,
		start: hasDate ? "" : start,
		duration: readField("duration") || countMinutes(start, normalizeDateTime(readField("end") || range.end, order)),
		track: toTrackOrRoom(readField("track")),
		room: toTrackOrRoom(readField("room")),
		url: readField("url"),
		willBeRecorded: null,
		isCancelled: /^(?:yes|true|1|x|cancell?ed)$/i.test(readField("cancelled")),
		abstract: toSourceText(row.abstract),
		description: toSourceText(row.description),
		persons: splitNames(row.speakers).map(toPerson),
		links: [
			...splitList(row.recording).map((url): RawLink => ({ url, title: "Recording", from: "recording", type: "" })),
			...splitList(row.slides).map((url): RawLink => ({ url, title: "Slides", from: "attachment", type: "slides" })),
			...splitList(row.links).map((url): RawLink => ({ url, title: "", from: "link", type: "" })),
		],
	};
}

const splitList = (cell: string | undefined) =>
	(cell ?? "")
		.split(/[;\n]/)
		.map(oneLine)
		.filter((part) => part !== "");

/** Names that are separated by commas, as Sessionize has them, each of several words: "One, Ann" and "King, Jr." are no two. */
const splitNames = (cell: string | undefined) =>
	splitList(cell).flatMap((part) => {
		const parts = part.split(",").map(oneLine);
		return parts.every((name) => name.includes(" ")) ? parts : [part];
	});

const toPerson = (name: string): DraftPerson => ({
	guid: "",
	id: "",
	code: "",
	name,
	slug: "",
	biography: toSourceText(""),
});

function splitComments(text: string): { comments: Map<string, string>; table: string } {
	const comments = new Map<string, string>();
	// "sep=;" is Excel's own first line.
	let table = text
		.replace(/^\uFEFF/, "")
		.replace(/\r\n?/g, "\n")
		.replace(/^\s*"?sep=[,;\t|]"?\n/i, "");
	for (let line = findComment(table); line !== null; line = findComment(table)) {
		const [, name = "", value = ""] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(line) ?? [];
		const column =
			name === "title" ? "conference" : name.toLowerCase().replace(/[_-]/g, " ").replace("time zone", "timezone");
		if (value !== "") comments.set(column, oneLine(value));
		table = table.trimStart().slice(line.length);
	}
	return { comments, table: table.trimStart() };
}

const findComment = (table: string) => /^\s*(#[^\n]*)/.exec(table)?.[1] ?? null;

function getHeaderLine(head: string): string {
	return splitComments(head).table.split("\n", 1)[0] ?? "";
}

/** The character between the columns of a header: it has a title and a time among them, and nothing else is one. */
function findDelimiter(header: string): string | null {
	if (header.length > 4000) return null;
	const found = DELIMITERS.find((delimiter) => {
		const columns = new Set(header.split(delimiter).map((name) => findColumn(name.replace(/^\s*"|"\s*$/g, ""))));
		return columns.has("title") && columns.has("start");
	});
	return found ?? null;
}

/**
 * The columns of a table of talks and the other names that they go by, the best first; docs/schedule-csv.md tells what stands
 * in them.
 */
const NAMES = {
	title: ["session title", "proposal title", "talk title", "talk", "titel", "name", "session", "subject", "summary"],
	start: [
		...["start time", "start datetime", "event start", "scheduled at", "starts at", "begin", "begins", "beginn"],
		...["from", "time", "uhrzeit", "zeit", "start date"],
	],
	end: ["end time", "end datetime", "event end", "ends at", "ends", "until", "to", "ende", "end date"],
	duration: ["minutes", "length", "dauer", "duration minutes", "scheduled duration"],
	date: ["day", "datum", "tag"],
	room: ["venue room", "stage", "hall", "raum", "location", "place", "venue", "ort"],
	track: ["category", "theme", "stream", "topic"],
	speakers: [
		"speaker",
		"persons",
		"person",
		"presenter",
		"presenters",
		"speaker names",
		"speaker name",
		"authors",
		"author",
		"referent",
		"referenten",
		"vortragende",
	],
	subtitle: ["tagline"],
	type: ["kind", "format", "session type", "session format"],
	language: ["lang", "locale", "sprache"],
	abstract: ["summary text", "text", "teaser"],
	description: ["details", "notes", "beschreibung"],
	url: ["link", "address", "page", "website"],
	recording: ["video", "recordings", "videos", "recording url", "video url"],
	slides: ["slides url", "presentation", "deck"],
	links: ["other links", "resources"],
	id: ["identifier", "code", "session id", "proposal id"],
	guid: ["uid", "uuid"],
	cancelled: ["canceled", "is cancelled"],
	conference: ["event", "conference title"],
	timezone: ["time zone", "tz", "zeitzone"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type CsvColumn = keyof typeof NAMES;

const columns = new Map<string, { readonly column: CsvColumn; readonly rank: number }>();
for (const [column, others] of Object.entries(NAMES)) {
	[column, ...others].forEach((name, rank) => {
		columns.set(name, { column: column as CsvColumn, rank });
	});
}

/** The column of a header's cell, however it is written ("Start_Time"); null for one that is not known. */
const findColumn = (cell: string): CsvColumn | null => lookUpColumn(cell)?.column ?? null;

/**
 * The columns of a header, each once, and null for what is not known: of several that name one the best does. Beside a column
 * with the time a "Start Date" is the day.
 */
function mapColumns(header: readonly string[]): (CsvColumn | null)[] {
	const best = new Map<CsvColumn, { readonly rank: number; readonly index: number }>();
	header.forEach((cell, index) => {
		const named = lookUpColumn(cell);
		const before = named && best.get(named.column);
		if (named && (!before || named.rank < before.rank)) best.set(named.column, { rank: named.rank, index });
	});
	const day = header.findIndex(
		(cell, index) => /^start.date$/i.test(cell.trim()) && best.get("start")?.index !== index,
	);
	if (day !== -1 && !best.has("date")) best.set("date", { rank: 0, index: day });
	const columnAt = new Map([...best].map(([column, { index }]) => [index, column]));
	return header.map((_, index) => columnAt.get(index) ?? null);
}

function lookUpColumn(cell: string) {
	const name = cell
		.replace(/^\uFEFF/, "")
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, " ");
	return columns.get(name) ?? columns.get(name.replace(/\s*\([^)]*\)$/, ""));
}
