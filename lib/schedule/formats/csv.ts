import { CsvError, parse } from "csv-parse/sync";
import type { GivenLink } from "../fields/link-kinds";
import { languageTag, longText, oneLine } from "../fields/text";
import type { ScheduleFormat } from "../formats";
import { assembleSchedule } from "../reading/assemble";
import type { DraftPerson } from "../reading/draft";
import { draftOf } from "../reading/draft-of-given";
import { type GivenConference, type GivenTalk, NO_CONFERENCE } from "../reading/given";
import { ScheduleError } from "../schedule-error";
import type { ParsedSchedule } from "../types";
import { type CsvColumn, columnOf } from "./csv-columns";

/**
 * A table of talks, for conferences that publish nothing else: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with commas,
 * semicolons or tabs, and a header whose columns are those of docs/schedule-csv.md. Lines "# title: …" before the header tell
 * of the conference.
 */
export const csv: ScheduleFormat = {
	name: "CSV",
	recognises: (head) => delimiterOf(headerLine(head)) !== null,
	parse: parseCsv,
};

const DELIMITERS = [",", ";", "\t"];
const MAX_COLUMNS = 200;

export async function parseCsv(chunks: AsyncIterable<string>, { title }: { title: string }): Promise<ParsedSchedule> {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	const { comments, table } = withoutComments(text);
	const delimiter = delimiterOf(headerLine(table)) ?? ",";
	const rows = readRows(table, delimiter);
	const said = (name: string) =>
		comments.get(name) ?? rows.find((row) => row[name as CsvColumn])?.[name as CsvColumn] ?? "";
	const conference: GivenConference = {
		...NO_CONFERENCE,
		acronym: said("acronym"),
		title: said("conference") || title,
		timeZone: said("timezone"),
		dayChange: said("day change"),
		venue: said("venue"),
		city: said("city"),
		urls: [said("conference url")],
	};
	return assembleSchedule(draftOf({ conference, tracks: [], rooms: [], persons: [], talks: rows.map(talkOf) }));
}

type Row = Partial<Readonly<Record<CsvColumn, string>>>;

function readRows(table: string, delimiter: string): Row[] {
	try {
		return parse(table, {
			bom: true,
			delimiter,
			columns: (names: string[]) => namedOnce(names.slice(0, MAX_COLUMNS).map(columnOf), names.length),
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

/** A column that is named twice is taken once, as one that is not known is not at all. */
function namedOnce(columns: readonly (CsvColumn | null)[], length: number): (CsvColumn | false)[] {
	const first = columns.map((column, index) => (column !== null && columns.indexOf(column) === index ? column : false));
	return [...first, ...Array.from({ length: length - first.length }, () => false as const)];
}

function talkOf(row: Row): GivenTalk {
	const say = (column: CsvColumn) => oneLine(row[column]);
	const day = isoDay(say("date"));
	const start = isoMoment(say("start"));
	const isMoment = /^\d{4}-/.test(start);
	const date = isMoment ? start : day;
	const place = (name: string) => (name === "" ? null : { name, slug: "" });
	return {
		guid: say("guid"),
		id: say("id"),
		code: "",
		slug: "",
		title: say("title"),
		subtitle: say("subtitle"),
		type: say("type"),
		language: languageTag(say("language")),
		day: isMoment ? "" : day,
		dayEnd: "",
		date,
		start: isMoment ? "" : start,
		duration: say("duration") || minutesUntil(start, isoMoment(say("end"))),
		track: place(say("track")),
		room: place(say("room")),
		url: say("url"),
		isCancelled: /^(?:yes|true|1|x|cancell?ed)$/i.test(say("cancelled")),
		abstract: longText(row.abstract),
		description: longText(row.description),
		persons: listed(row.speakers).map(person),
		links: [
			...listed(row.recording).map((url): GivenLink => ({ url, title: "Recording", from: "recording", type: "" })),
			...listed(row.slides).map((url): GivenLink => ({ url, title: "Slides", from: "attachment", type: "slides" })),
			...listed(row.links).map((url): GivenLink => ({ url, title: "", from: "link", type: "" })),
		],
	};
}

const listed = (cell: string | undefined) =>
	(cell ?? "")
		.split(/[;\n]/)
		.map(oneLine)
		.filter((part) => part !== "");

const person = (name: string): DraftPerson => ({ guid: "", id: "", code: "", name, slug: "", biography: longText("") });

/** "31.1.2026" and "2026/01/31" as "2026-01-31", whatever follows. "1/2/2026" is not taken: it is two days. */
function isoDay(text: string): string {
	return text
		.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3")
		.replace(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/, (_, day: string, month: string, year: string) =>
			[year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
		);
}

/** A day with a time, or a time of day alone ("9:30"). */
function isoMoment(given: string): string {
	const text = in24Hours(given);
	const [, day, time] = /^(\d{4}-\d\d-\d\d)[T\s]+(\d.*)$/i.exec(isoDay(text)) ?? [];
	return day && time ? `${day}T${time.replace(/^(\d):/, "0$1:")}` : text;
}

/** "2:30 PM" as "14:30", as spreadsheets have it in some countries. */
function in24Hours(text: string): string {
	return text.replace(
		/(?<!\d)(1[0-2]|0?[1-9])(?::(\d\d))?(?::\d\d)?\s*([ap])\.?m\.?$/i,
		(_, hour: string, minutes = "00", half: string) =>
			`${String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)).padStart(2, "0")}:${minutes}`,
	);
}

function minutesUntil(start: string, end: string): string {
	const at = (text: string) =>
		Date.parse(/^\d{1,2}:/.test(text) ? `2000-01-01T${text.padStart(5, "0")}Z` : withZone(text));
	const minutes = Math.round((at(end) - at(start)) / 60_000);
	if (Number.isNaN(minutes)) return "";
	return String(minutes < 0 && /^\d{1,2}:/.test(end) ? minutes + 24 * 60 : Math.max(0, minutes));
}

const withZone = (text: string) => (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);

function withoutComments(text: string): { comments: Map<string, string>; table: string } {
	const comments = new Map<string, string>();
	let table = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	for (let line = firstComment(table); line !== null; line = firstComment(table)) {
		const [, name = "", value = ""] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(line) ?? [];
		const column =
			name === "title" ? "conference" : name.toLowerCase().replace(/[_-]/g, " ").replace("time zone", "timezone");
		if (value !== "") comments.set(column, oneLine(value));
		table = table.trimStart().slice(line.length);
	}
	return { comments, table: table.trimStart() };
}

const firstComment = (table: string) => /^\s*(#[^\n]*)/.exec(table)?.[1] ?? null;

function headerLine(head: string): string {
	return withoutComments(head).table.split("\n", 1)[0] ?? "";
}

/** The character between the columns of a header: it has a title and a time among them, and nothing else is one. */
function delimiterOf(header: string): string | null {
	if (header.length > 4000) return null;
	const found = DELIMITERS.find((delimiter) => {
		const columns = new Set(header.split(delimiter).map((name) => columnOf(name.replace(/^\s*"|"\s*$/g, ""))));
		return columns.has("title") && columns.has("start");
	});
	return found ?? null;
}
