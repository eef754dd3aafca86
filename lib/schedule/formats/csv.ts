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
import { type CsvColumn, columnOf, columnsOf } from "./csv-columns";
import { type DayOrder, dayOrderOf, isoDay, isoMoment, minutesUntil, splitRange } from "./csv-times";

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

async function parseCsv(chunks: AsyncIterable<string>, { title }: { title: string }): Promise<ParsedSchedule> {
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
		title: said("conference"),
		fileTitle: title,
		timeZone: said("timezone"),
		dayChange: said("day change"),
		venue: said("venue"),
		city: said("city"),
		urls: [said("conference url")],
	};
	const order = dayOrderOf(rows.flatMap(({ date, start, end }) => [date ?? "", start ?? "", end ?? ""]));
	const talks = rows.map((row) => talkOf(row, order));
	return assembleSchedule(draftOf({ conference, tracks: [], rooms: [], persons: [], talks }));
}

type Row = Partial<Readonly<Record<CsvColumn, string>>>;

function readRows(table: string, delimiter: string): Row[] {
	try {
		return parse(table, {
			bom: true,
			delimiter,
			columns: (names: string[]) => {
				const columns = columnsOf(names.slice(0, MAX_COLUMNS));
				return names.map((_, index) => columns[index] ?? false);
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

function talkOf(row: Row, order: DayOrder): GivenTalk {
	const say = (column: CsvColumn) => oneLine(row[column]);
	const day = isoDay(say("date"), order);
	const range = splitRange(say("start"));
	const start = isoMoment(range.start, order);
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
		duration: say("duration") || minutesUntil(start, isoMoment(say("end") || range.end, order)),
		track: place(say("track")),
		room: place(say("room")),
		url: say("url"),
		willBeRecorded: null,
		isCancelled: /^(?:yes|true|1|x|cancell?ed)$/i.test(say("cancelled")),
		abstract: longText(row.abstract),
		description: longText(row.description),
		persons: names(row.speakers).map(person),
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

/** Names that are separated by commas, as Sessionize has them, each of several words: "One, Ann" and "King, Jr." are no two. */
const names = (cell: string | undefined) =>
	listed(cell).flatMap((part) => {
		const parts = part.split(",").map(oneLine);
		return parts.every((name) => name.includes(" ")) ? parts : [part];
	});

const person = (name: string): DraftPerson => ({ guid: "", id: "", code: "", name, slug: "", biography: longText("") });

function withoutComments(text: string): { comments: Map<string, string>; table: string } {
	const comments = new Map<string, string>();
	// "sep=;" is Excel's own first line.
	let table = text
		.replace(/^\uFEFF/, "")
		.replace(/\r\n?/g, "\n")
		.replace(/^\s*"?sep=[,;\t|]"?\n/i, "");
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
