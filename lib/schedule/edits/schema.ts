import { z } from "zod";
import { isTimeZone, parseTimeOfDay } from "@/lib/time/date-time";
import { parseHttpUrl } from "../fields/http-url";
import { oneLine, parseLanguageTag, toSourceText } from "../fields/text";
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
	speakers: z.array(requiredLine("Give a name.")).max(MAX_SPEAKERS, { error: `At most ${MAX_SPEAKERS} speakers.` }),
	url: optionalUrl,
	isCancelled: z.boolean(),
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
		timeZone: line.refine(isTimeZone, { error: "There is no such time zone. Europe/Brussels is one." }),
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

export const trackOrRoomNameSchema = requiredLine("Give a name.");
