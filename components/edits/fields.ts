import type { ComponentProps } from "react";
import type { TalkChoices } from "@/lib/schedule/edits/queries";

type Input = Pick<ComponentProps<"input">, "type" | "required" | "min" | "max" | "inputMode" | "placeholder">;

/** One of the values of a row. */
export type Column = {
	readonly name: string;
	/** A number follows. */
	readonly label: string;
	readonly input?: Input;
	/** What is suggested. */
	readonly options?: readonly string[];
	/** What there is to choose from, values with their labels; the first is chosen of an empty row. */
	readonly choices?: readonly (readonly [string, string])[];
};

/** A field of a form, by the name that it has in the schema. */
export type EditField = {
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	readonly className?: string;
} & (
	| { readonly kind: "line"; readonly input?: Input; readonly options?: readonly string[] }
	| { readonly kind: "markdown"; readonly rows: number }
	| {
			readonly kind: "choice";
			readonly options: readonly { readonly slug: string; readonly name: string }[];
			readonly none: string;
	  }
	/** `on` and `off` are what it says of a talk. */
	| { readonly kind: "check"; readonly text: string; readonly on: string; readonly off: string }
	| {
			readonly kind: "rows";
			readonly columns: readonly Column[];
			/** The column that stands for a row where all are told in one line, and what stands between them there. */
			readonly shown: string;
			readonly separator: string;
			readonly more: string;
			readonly rowClassName?: string;
	  }
);

export const conferenceFields = (timeZones: readonly string[]): EditField[] => [
	{ name: "title", label: "Title", kind: "line", input: { required: true }, className: "sm:col-span-2" },
	{ name: "subtitle", label: "Subtitle", kind: "line", className: "sm:col-span-2" },
	{ name: "startDate", label: "First day", kind: "line", input: { type: "date", required: true } },
	{ name: "endDate", label: "Last day", kind: "line", input: { type: "date", required: true } },
	{
		...{ name: "timeZone", label: "Time zone", kind: "line", input: { required: true }, options: timeZones },
		hint: "Times of talks are by its clocks.",
	},
	{
		...{ name: "dayChange", label: "A day begins at", kind: "line", input: { type: "time", required: true } },
		hint: "A talk before that belongs to the day before: 00:00 where none runs past midnight.",
	},
	{ name: "venue", label: "Venue", kind: "line" },
	{ name: "city", label: "City", kind: "line" },
	{ name: "url", label: "Web page", kind: "line", input: URL_INPUT, className: "sm:col-span-2" },
];

export const speakerFields = (rows: number): EditField[] => [
	{ name: "name", label: "Name", kind: "line", input: { required: true } },
	{ name: "biography", label: "Biography", kind: "markdown", rows, hint: "Markdown." },
];

/** `days` are the conference's first and last day. */
export function talkFields(choices: TalkChoices, days: { readonly min: string; readonly max: string }): EditField[] {
	const full = { className: "col-span-full" };
	const third = { className: "sm:col-span-2" };
	const half = { className: "sm:col-span-3" };
	return [
		{ name: "title", label: "Title", kind: "line", input: { required: true }, ...full },
		{ name: "subtitle", label: "Subtitle", kind: "line", ...full },
		{ name: "day", label: "Day", kind: "line", input: { type: "date", required: true, ...days }, ...third },
		{ name: "time", label: "Start", kind: "line", input: { type: "time", required: true }, ...third },
		{
			...{ name: "duration", label: "Length in minutes", kind: "line", ...third },
			input: { inputMode: "numeric", required: true },
		},
		{ name: "track", label: "Track", kind: "choice", options: choices.tracks, none: "No track", ...half },
		{ name: "room", label: "Room", kind: "choice", options: choices.rooms, none: "No room", ...half },
		{
			...{ name: "type", label: "Type", kind: "line", options: choices.types, ...half },
			hint: "Such as keynote or workshop.",
		},
		{ name: "language", label: "Language", kind: "line", hint: "Its code, such as en.", ...half },
		{
			...{ name: "speakers", label: "Speakers", kind: "rows", shown: "name", separator: ", " },
			columns: [{ name: "name", label: "Speaker", options: choices.speakers }],
			hint: "A name that nobody here has yet adds a speaker; an empty field, none.",
			more: "More fields for speakers",
			className: "sm:grid-cols-2",
		},
		{ name: "abstract", label: "Abstract", kind: "markdown", rows: 8, hint: "Markdown.", ...full },
		{ name: "description", label: "Description", kind: "markdown", rows: 5, hint: "Markdown.", ...full },
		{ name: "url", label: "Talk page", kind: "line", input: URL_INPUT, ...full },
		{
			...{ name: "links", label: "Links", kind: "rows", shown: "url", separator: " " },
			columns: [
				{ name: "kind", label: "Kind of link", choices: LINK_KIND_CHOICES },
				{ name: "url", label: "Address of link", input: { ...URL_INPUT, placeholder: "https://…" } },
				{ name: "title", label: "Title of link", input: { placeholder: "Title" } },
			],
			more: "More rows for links",
			className: "max-sm:gap-3",
			rowClassName: "sm:grid-cols-[8.5rem_3fr_2fr]",
		},
		{
			...{ name: "isCancelled", label: "Cancelled", kind: "check", ...full },
			...{ text: "Cancelled: it does not take place", on: "cancelled", off: "not cancelled" },
		},
	];
}

const URL_INPUT: Input = { type: "url", inputMode: "url" };

const LINK_KIND_CHOICES = [
	["RECORDING", "Recording"],
	["SLIDES", "Slides"],
	["SUBTITLES", "Subtitles"],
	["CHAT", "Chat"],
	["FEEDBACK", "Feedback"],
	["OTHER", "Other"],
] as const;
