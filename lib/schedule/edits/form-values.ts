import type { z } from "zod";
import type { ConferenceInput } from "./mutations";
import { formatTimeOfDay } from "./queries";
import type { TalkInput } from "./talk-input";

export type LinkValues = { readonly kind: string; readonly url: string; readonly title: string };

/** What a talk's form holds: text as it was typed, right or wrong. */
export type TalkValues = Readonly<
	Record<
		| "title"
		| "subtitle"
		| "type"
		| "language"
		| "day"
		| "time"
		| "duration"
		| "track"
		| "room"
		| "url"
		| "abstract"
		| "description",
		string
	>
> & {
	readonly isCancelled: boolean;
	readonly speakers: readonly string[];
	readonly links: readonly LinkValues[];
};

/** What another form holds. */
export type PlainValues = Readonly<Record<string, string>>;

/** Reads a talk's form; rows that were left empty are none. */
export function readTalkValues(form: FormData): TalkValues {
	const text = (name: string) => toText(form.get(name));
	const texts = (name: string) => form.getAll(name).map(toText);
	const [kinds, urls, titles] = [texts("linkKind"), texts("linkUrl"), texts("linkTitle")];
	return {
		...readPlainValues(form, [
			"title",
			"subtitle",
			"type",
			"language",
			"day",
			"time",
			"duration",
			"track",
			"room",
			"url",
		]),
		abstract: text("abstract"),
		description: text("description"),
		isCancelled: form.get("isCancelled") !== null,
		speakers: texts("speakers").filter((name) => name.trim() !== ""),
		links: urls
			.map((url, index) => ({ kind: kinds[index] ?? "", url, title: titles[index] ?? "" }))
			.filter(({ url, title }) => url.trim() !== "" || title.trim() !== ""),
	};
}

/** Reads fields of a form as text without NULs; what is missing or a file is empty. */
export function readPlainValues<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, toText(form.get(name))])) as Record<Name, string>;
}

// PostgreSQL refuses even to look for a NUL, and no text is to have one.
const toText = (value: FormDataEntryValue | null): string =>
	typeof value === "string" ? value.replaceAll("\0", "") : "";

/** A row's id as a form holds it; 0, which none has, where it is none that a database could hold. */
export function readId(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

export const CONFERENCE_FIELDS = [
	"title",
	"subtitle",
	"startDate",
	"endDate",
	"timeZone",
	"dayChange",
	"venue",
	"city",
	"url",
] as const satisfies readonly (keyof ConferenceInput)[];

/** A talk as its form holds it. */
export const toTalkValues = (input: TalkInput): TalkValues => ({
	...input,
	duration: String(input.duration),
	track: input.track ?? "",
	room: input.room ?? "",
	url: input.url ?? "",
});

export const toConferenceValues = (input: ConferenceInput): PlainValues => ({
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
