import { formatTime } from "@/lib/text/format";
import { parseStart } from "@/lib/time/date-time";
import { digestText } from "../digest";
import type { ScheduleTalk } from "../types";
import { type EditFailure, failEdit } from "./edit-transaction";
import { normalizeMarkdown } from "./plan-edit";
import type { ScheduledText } from "./scheduled-values";
import type { TalkState } from "./talk-state";

/** A talk as it is typed: its time by the conference's clocks, its speakers by their names. */
export type TalkInput = Pick<
	ScheduleTalk,
	"title" | "subtitle" | "type" | "language" | "day" | "duration" | "track" | "room" | "url" | "isCancelled" | "links"
> & {
	/** `HH:MM`; before the day change it is of the night after that day. */
	readonly time: string;
	/** Names, or what `speakerLabels` calls those whose name is not theirs alone. */
	readonly speakers: readonly string[];
	/** Markdown. */
	readonly abstract: string;
	readonly description: string;
};

type ConferenceClock = {
	readonly timeZone: string;
	readonly dayChange: number;
	readonly startDate: string;
	readonly endDate: string;
};

/** When a talk begins that was typed so, ISO 8601; as before where neither day nor time were typed over. */
export function parseTypedStart(
	{ day, time }: Pick<TalkInput, "day" | "time">,
	before: Pick<TalkState, "day" | "start"> | null,
	conference: ConferenceClock,
): { readonly start: string } | EditFailure {
	const { timeZone, dayChange, startDate, endDate } = conference;
	if (before?.day === day && formatTime(new Date(before.start), timeZone) === time) return { start: before.start };
	if (before?.day !== day && (day < startDate || day > endDate)) {
		return failEdit("day", `The conference is from ${startDate} to ${endDate}.`);
	}
	const start = parseStart("", time, { day, dayChange, timeZone });
	return start ? { start: start.toISOString() } : failEdit("time", "There is no such time.");
}

/** A text that was typed, as the columns keep it. */
export function createScheduledText(markdown: string): ScheduledText {
	const text = normalizeMarkdown(markdown);
	return { digest: digestText({ markup: "markdown", text }), markdown: text };
}

type NamedSpeaker = { readonly key: string; readonly slug: string; readonly name: string };

/** What a form calls each speaker: by name, and where several have it, by slug too. */
export function createSpeakerLabels(speakers: readonly NamedSpeaker[]): Map<string, string> {
	const counts = new Map<string, number>();
	for (const { name } of speakers) counts.set(normalizeName(name), (counts.get(normalizeName(name)) ?? 0) + 1);
	return new Map(
		speakers.map(({ key, slug, name }) => [key, counts.get(normalizeName(name)) === 1 ? name : `${name} [${slug}]`]),
	);
}

/** Who is meant by the names of a form: those who are there by key, the others as new names, nobody twice. */
export function resolveSpeakers(
	typed: readonly string[],
	speakers: readonly NamedSpeaker[],
): readonly ({ readonly key: string } | { readonly newName: string })[] {
	const labels = createSpeakerLabels(speakers);
	const known = new Map([...labels].map(([key, label]) => [normalizeName(label), key]));
	const resolved = new Map<string, { key: string } | { newName: string }>();
	for (const name of typed) {
		const key = known.get(normalizeName(name));
		const id = key ?? `new ${normalizeName(name)}`;
		if (!resolved.has(id)) resolved.set(id, key === undefined ? { newName: name } : { key });
	}
	return [...resolved.values()];
}

const normalizeName = (name: string) => name.toLocaleLowerCase("en").normalize();

/** What a talk shows as it is typed; `labels` are those of `speakerLabels`. */
export function toTalkInput(state: TalkState, labels: ReadonlyMap<string, string>, timeZone: string): TalkInput {
	const { start, abstract, description, speakers, ...plain } = state;
	return {
		...plain,
		time: formatTime(new Date(start), timeZone),
		abstract: abstract.markdown,
		description: description.markdown,
		speakers: speakers.flatMap((key) => labels.get(key) ?? []),
	};
}
