import { oneLine } from "./fields/text";
import { csv } from "./formats/csv";
import { frabXml } from "./formats/frab-xml";
import { icalendar } from "./formats/icalendar";
import { scheduleJson } from "./formats/schedule-json";
import { type ScheduleInput, textChunks } from "./reading/text-chunks";
import { ScheduleError } from "./schedule-error";
import { scheduleSchema } from "./schema";
import type { ParsedSchedule } from "./types";

/** A way in which schedules are published: one file each in formats/, and one line in the list below. */
export type ScheduleFormat = {
	readonly name: string;
	/** Whether a file that begins so (its first characters, `HEAD_LENGTH` or all) is of this format, well-formed or not. */
	readonly recognises: (head: string) => boolean;
	/** Throws a `ScheduleError` with one sentence where it cannot be read. */
	readonly parse: (chunks: AsyncIterable<string>, hints: FormatHints) => Promise<ParsedSchedule>;
};

/** What is known of a file beside its content. */
type FormatHints = {
	/** What the conference may be called where the file does not say. */
	readonly title: string;
};

/** Tried in this order. */
const FORMATS: readonly ScheduleFormat[] = [frabXml, scheduleJson, icalendar, csv];

const HEAD_LENGTH = 4096;

/**
 * Reads a schedule in whichever format it is, told apart by its content. `name` is the file's or its address: some formats
 * have no title of their own. Throws a `ScheduleError` where it is no schedule.
 */
export async function readSchedule(input: ScheduleInput, name = ""): Promise<ParsedSchedule> {
	const chunks = textChunks(input);
	const head = await readHead(chunks);
	const format = findFormat(head);
	if (!format) throw new ScheduleError(describeUnknownFile(head.trimStart()));
	const parsed = await format.parse(prependHead(head, chunks), { title: titleFromName(name) });
	const checked = scheduleSchema.safeParse(parsed.schedule);
	if (checked.success) return { ...parsed, schedule: checked.data };
	const [issue] = checked.error.issues;
	throw new ScheduleError(`The schedule cannot be used: ${issue?.path.join(" ")} ${issue?.message}.`);
}

/** Which format an input seems to be of, by how it begins; null where it is none that is read here. */
export async function recogniseFormat(input: ScheduleInput): Promise<ScheduleFormat | null> {
	return findFormat(await readHead(textChunks(input))) ?? null;
}

const findFormat = (head: string) =>
	FORMATS.find(({ recognises }) => recognises(head.trimStart().slice(0, HEAD_LENGTH)));

async function readHead(chunks: AsyncGenerator<string>): Promise<string> {
	let head = "";
	while (head.trimStart().length < HEAD_LENGTH) {
		const { value, done } = await chunks.next();
		if (done) break;
		head += value;
	}
	return head;
}

/** "https://conf.example/big-conf_2026.ics?x" → "big conf 2026"; browsers number what they save twice, "event (1).ics". */
function titleFromName(name: string): string {
	const file =
		name
			.replace(/[?#].*$/, "")
			.replace(/\/+$/, "")
			.split(/[/\\]/)
			.at(-1) ?? "";
	return oneLine(
		file
			.replace(/\.[a-z0-9]{1,5}$/i, "")
			.replace(/ \(\d{1,2}\)$/, "")
			.replace(/[_-]+/g, " "),
	);
}

async function* prependHead(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
	yield head;
	yield* rest;
}

function describeUnknownFile(head: string): string {
	if (head === "") return "The file is empty.";
	if (/^<(?:!doctype\s+html|html[\s>])/i.test(head)) return "This is an HTML page, not a schedule.";
	const names = FORMATS.map(({ name }) => name).join(", ");
	return `This is not a schedule in a format that can be read here (${names}).`;
}
