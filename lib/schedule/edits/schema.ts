import { z } from "zod";
import { webAddress } from "../fields/address";
import { isTimeZone, minutesOfDay } from "../fields/moment";
import { languageTag, longText, oneLine } from "../fields/text";
import { LINK_KINDS } from "../types";
import type { ConferenceInput } from "./mutations";
import type { SpeakerInput } from "./speaker-mutations";
import type { TalkInput } from "./talk-input";

const LONGEST_LINE = 500;
const LONGEST_TEXT = 100_000;
const LONGEST_DURATION = 14 * 24 * 60;
const MOST_SPEAKERS = 100;
const MOST_LINKS = 100;

const line = z
	.string()
	.transform(oneLine)
	.pipe(z.string().max(LONGEST_LINE, { error: `Use at most ${LONGEST_LINE} characters.` }));
const filled = (message: string) => line.pipe(z.string().min(1, { error: message }));
const text = z
	.string()
	.max(LONGEST_TEXT, { error: `Use at most ${LONGEST_TEXT.toLocaleString("en")} characters.` })
	.transform((typed) => longText(typed).text);
const day = z.iso.date({ error: "Give a day, such as 2026-01-31." });
const slug = z
	.string()
	.max(300)
	.transform((chosen) => chosen || null);

const HTTP = "Give a whole address, such as https://example.org/talk.";
const address = z
	.string()
	.max(2000, { error: "Use at most 2,000 characters." })
	.transform((typed, context) => {
		const url = webAddress(typed);
		if (url === null) context.addIssue({ code: "custom", message: HTTP });
		return url ?? "";
	});
/** An address, or none. */
const someAddress = z.string().transform((typed, context): string | null => {
	if (typed.trim() === "") return null;
	const parsed = address.safeParse(typed);
	if (!parsed.success) context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? HTTP });
	return parsed.data ?? null;
});

const minutes = z
	.string()
	.trim()
	.regex(/^\d{1,5}$/, { error: "Give a number of minutes, such as 30." })
	.transform(Number)
	.pipe(z.int().max(LONGEST_DURATION, { error: "Two weeks are the most." }));

const clock = z.string().transform((typed, context) => {
	const found = minutesOfDay(typed);
	if (found === null || found >= 24 * 60) context.addIssue({ code: "custom", message: "Give a time, such as 09:30." });
	return found ?? 0;
});

const language = line.refine((typed) => typed === "" || (languageTag(typed) !== "" && !/[\s,;/|_]/.test(typed)), {
	error: "Give a language's code, such as en or pt-BR.",
});

/** A talk's form; every field is what was typed. */
export const talkSchema = z.object({
	title: filled("Give the talk a title."),
	subtitle: line,
	type: line,
	language,
	day,
	time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "Give a time, such as 09:30." }),
	duration: minutes,
	track: slug,
	room: slug,
	speakers: z.array(filled("Give a name.")).max(MOST_SPEAKERS, { error: `At most ${MOST_SPEAKERS} speakers.` }),
	url: someAddress,
	isCancelled: z.boolean(),
	abstract: text,
	description: text,
	links: z
		.array(
			z.object({ kind: z.enum(LINK_KINDS, { error: "Choose what the link leads to." }), url: address, title: line }),
		)
		.max(MOST_LINKS, { error: `At most ${MOST_LINKS} links.` }),
}) satisfies z.ZodType<TalkInput>;

export const conferenceSchema = z
	.object({
		title: filled("Give the conference a title."),
		subtitle: line,
		timeZone: line.refine(isTimeZone, { error: "There is no such time zone. Europe/Brussels is one." }),
		startDate: day,
		endDate: day,
		dayChange: clock,
		venue: line,
		city: line,
		url: someAddress,
	})
	.refine(({ startDate, endDate }) => startDate <= endDate, {
		error: "The last day is before the first.",
		path: ["endDate"],
	}) satisfies z.ZodType<ConferenceInput>;

export const speakerSchema = z.object({
	name: filled("Give a name."),
	biography: text,
}) satisfies z.ZodType<SpeakerInput>;

export const placeNameSchema = filled("Give a name.");
