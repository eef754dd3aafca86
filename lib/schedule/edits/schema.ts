import { z } from "zod";
import { formatTimeOfDay, isTimeZone, parseTimeOfDay } from "@/lib/time/date-time";
import { oneLine, parseHttpUrl, parseLanguageTag, toSourceText } from "../fields/text";
import { LINK_KINDS } from "../types";
import type { ConferenceInput } from "./mutations";
import type { SpeakerInput } from "./speaker-mutations";
import type { TalkInput } from "./talk-input";

const MAX_LINE_LENGTH = 500;
const MAX_TEXT_LENGTH = 100_000;
const MAX_DURATION_MINUTES = 14 * 24 * 60;
const MAX_SPEAKERS = 100;
const MAX_LINKS = 100;

const line = z
	.string()
	.transform(oneLine)
	.pipe(z.string().max(MAX_LINE_LENGTH, { error: `Use at most ${MAX_LINE_LENGTH} characters.` }));
const requiredLine = (message: string) => line.pipe(z.string().min(1, { error: message }));
const text = z
	.string()
	.max(MAX_TEXT_LENGTH, { error: `Use at most ${MAX_TEXT_LENGTH.toLocaleString("en")} characters.` })
	.transform((typed) => toSourceText(typed).text);
const day = z.iso.date({ error: "Give a day, such as 2026-01-31." });
const slug = z
	.string()
	.max(300)
	.transform((chosen) => chosen || null);

const URL_PROBLEM = "Give a whole address, such as https://example.org/talk.";
const httpUrl = z
	.string()
	.max(2000, { error: "Use at most 2,000 characters." })
	.transform((typed, context) => {
		const url = parseHttpUrl(typed);
		if (url === null) context.addIssue({ code: "custom", message: URL_PROBLEM });
		return url ?? "";
	});
/** An address, or none. */
const optionalUrl = z.string().transform((typed, context): string | null => {
	if (typed.trim() === "") return null;
	const parsed = httpUrl.safeParse(typed);
	if (!parsed.success) context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? URL_PROBLEM });
	return parsed.data ?? null;
});

const minutes = z
	.string()
	.trim()
	.regex(/^\d{1,5}$/, { error: "Give a number of minutes, such as 30." })
	.transform(Number)
	.pipe(z.int().max(MAX_DURATION_MINUTES, { error: "Two weeks are the most." }));

const clock = z.string().transform((typed, context) => {
	const found = parseTimeOfDay(typed);
	if (found === null || found >= 24 * 60) context.addIssue({ code: "custom", message: "Give a time, such as 09:30." });
	return found ?? 0;
});

const language = line.refine((typed) => typed === "" || (parseLanguageTag(typed) !== "" && !/[\s,;/|_]/.test(typed)), {
	error: "Give a language's code, such as en or pt-BR.",
});

/** The IANA zones that a form offers; UTC is not among those that the platform lists. */
export const TIME_ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** A talk's form; every field is what was typed. */
export const talkSchema = z.object({
	title: requiredLine("Give the talk a title."),
	subtitle: line,
	type: line,
	language,
	day,
	time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "Give a time, such as 09:30." }),
	duration: minutes,
	track: slug,
	room: slug,
	speakers: z
		.array(z.object({ name: requiredLine("Give a name.") }).transform(({ name }) => name))
		.max(MAX_SPEAKERS, { error: `At most ${MAX_SPEAKERS} speakers.` }),
	url: optionalUrl,
	isCancelled: z.string().transform(Boolean),
	abstract: text,
	description: text,
	links: z
		.array(
			z.object({ kind: z.enum(LINK_KINDS, { error: "Choose what the link leads to." }), url: httpUrl, title: line }),
		)
		.max(MAX_LINKS, { error: `At most ${MAX_LINKS} links.` }),
}) satisfies z.ZodType<TalkInput>;

export const conferenceSchema = z
	.object({
		title: requiredLine("Give the conference a title."),
		subtitle: line,
		timeZone: line.refine(isTimeZone, { error: "Choose a time zone from the list, for example Europe/Brussels." }),
		startDate: day,
		endDate: day,
		dayChange: clock,
		venue: line,
		city: line,
		url: optionalUrl,
	})
	.refine(({ startDate, endDate }) => startDate <= endDate, {
		error: "The last day is before the first.",
		path: ["endDate"],
	}) satisfies z.ZodType<ConferenceInput>;

export const speakerSchema = z.object({
	name: requiredLine("Give a name."),
	biography: text,
}) satisfies z.ZodType<SpeakerInput>;

export const trackOrRoomSchema = z.object({ name: requiredLine("Give a name.") });

/** A row of a field that holds several, by its columns. */
export type FormRow = Readonly<Record<string, string>>;

/** What a form holds: text as it was typed, right or wrong. */
export type FormValues = Readonly<Record<string, string | readonly FormRow[]>>;

const ROW_COLUMNS: Readonly<Record<string, readonly string[]>> = {
	speakers: ["name"],
	links: ["kind", "url", "title"],
};

/** Reads the fields of a schema from a form; rows in which nothing was typed are none. */
export function readFormValues(form: FormData, { shape }: { readonly shape: object }): FormValues {
	return Object.fromEntries(
		Object.keys(shape).map((name) => {
			const columns = ROW_COLUMNS[name];
			return [name, columns ? readRows(form, name, columns) : toText(form.get(name))];
		}),
	);
}

function readRows(form: FormData, field: string, columns: readonly string[]): FormRow[] {
	const values = columns.map((column) => form.getAll(`${field}.${column}`).map(toText));
	const count = Math.max(...values.map((each) => each.length));
	const rows = Array.from({ length: count }, (_, index): FormRow => {
		return Object.fromEntries(columns.map((column, at) => [column, values[at]?.[index] ?? ""]));
	});
	return rows.filter(({ kind: _, ...typed }) => Object.values(typed).some((text) => text.trim() !== ""));
}

/** Reads fields of a form as text without NULs; what is missing or a file is empty. */
export function readTexts<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, toText(form.get(name))])) as Record<Name, string>;
}

// PostgreSQL refuses even to look for a NUL, and no text is to have one.
const toText = (value: FormDataEntryValue | null): string =>
	typeof value === "string" ? value.replaceAll("\0", "") : "";

/** A row's id as a form holds it; 0, which none has, where it is none that a database could hold. */
export function readId(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A talk as its form holds it. */
export const toTalkValues = (input: TalkInput): FormValues => ({
	...input,
	duration: String(input.duration),
	track: input.track ?? "",
	room: input.room ?? "",
	url: input.url ?? "",
	isCancelled: input.isCancelled ? "1" : "",
	speakers: input.speakers.map((name) => ({ name })),
});

export const toConferenceValues = (input: ConferenceInput): FormValues => ({
	...input,
	dayChange: formatTimeOfDay(input.dayChange),
	url: input.url ?? "",
});

/** What is wrong with a form, the first of each field, by paths such as `links.0.url`. */
export function toFieldErrors(error: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
	return errors;
}
