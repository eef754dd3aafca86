import type { Named } from "@/lib/talks/types";
import { formatDay } from "@/lib/text/format";
import { compareRanks } from "@/lib/watchlist/list/arrangement";
import { toHeading } from "../compile/normalize-line";
import type { Grouping, Order } from "../options";
import type { ExportedTalk } from "./types";

/** Talks that stand together; a heading is plain text, and empty where there is none. */
export type TalkSection = { readonly heading: string; readonly talks: readonly ExportedTalk[] };

const OTHER_TALKS = "Other talks";

/**
 * Talks by track, topic or day, or all in one, in the order asked for. A talk on several topics stands under each. Where
 * there are several conferences, tracks and days are named with theirs.
 */
export function groupIntoSections(talks: readonly ExportedTalk[], group: Grouping, order: Order): TalkSection[] {
	if (talks.length === 0) return [];
	const sorted = sortTalks(talks, order);
	const hasSeveralConferences = new Set(talks.map(({ conference }) => conference.slug)).size > 1;
	const withConference = ({ conference }: ExportedTalk, name: string) =>
		hasSeveralConferences ? `${conference.title}: ${name}` : name;
	switch (group) {
		case "none":
			return [{ heading: "", talks: sorted }];
		case "track":
			return groupTalks(
				sorted.toSorted((a, b) => byConference(a, b) || byTrack(a, b)),
				(talk) => `${talk.conference.slug} ${talk.track?.slug ?? ""}`,
				(talk) => withConference(talk, talk.track?.name.trim() || OTHER_TALKS),
			);
		case "day":
			return groupTalks(
				sorted.toSorted((a, b) => byConference(a, b) || compare(a.day, b.day)),
				(talk) => `${talk.conference.slug} ${talk.day}`,
				(talk) => withConference(talk, formatDay(talk.day)),
			);
		case "topic":
			return byTopic(sorted);
	}
}

/** Sorting is stable, so talks of one key keep their order. */
function groupTalks(
	talks: readonly ExportedTalk[],
	keyOf: (talk: ExportedTalk) => string,
	headingOf: (talk: ExportedTalk) => string,
): TalkSection[] {
	const sections = new Map<string, { heading: string; talks: ExportedTalk[] }>();
	for (const talk of talks) {
		const key = keyOf(talk);
		const section = sections.get(key);
		if (section) section.talks.push(talk);
		else sections.set(key, { heading: headingOf(talk), talks: [talk] });
	}
	return [...sections.values()];
}

const byName = new Intl.Collator("en", { numeric: true });

function byTopic(talks: readonly ExportedTalk[]): TalkSection[] {
	const topics = new Map<string, Named>();
	for (const talk of talks) for (const topic of talk.topics) topics.set(topic.slug, topic);
	const sections = [...topics.values()]
		.sort((a, b) => byName.compare(a.name, b.name) || compare(a.slug, b.slug))
		.map(({ slug, name }) => ({
			heading: name,
			talks: talks.filter((talk) => talk.topics.some((topic) => topic.slug === slug)),
		}));
	const others = talks.filter((talk) => talk.topics.length === 0);
	return others.length > 0 ? [...sections, { heading: OTHER_TALKS, talks: others }] : sections;
}

/** Talks in an order; what that does not place comes last, and what is equal in it stands as in the schedule. */
export function sortTalks(talks: readonly ExportedTalk[], order: Order): ExportedTalk[] {
	return [...talks].sort((a, b) => COMPARATORS[order](a, b) || bySchedule(a, b));
}

const COMPARATORS: Readonly<Record<Order, (a: ExportedTalk, b: ExportedTalk) => number>> = {
	schedule: () => 0,
	own: (a, b) => compareRanks(a.rank, b.rank),
	marked: (a, b) => compare(markedAt(a), markedAt(b)),
};

/** By conference, time and room. */
function bySchedule(a: ExportedTalk, b: ExportedTalk): number {
	return (
		byConference(a, b) ||
		compare(a.start.getTime(), b.start.getTime()) ||
		compare(a.room?.position ?? Number.POSITIVE_INFINITY, b.room?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a.slug, b.slug)
	);
}

/** By their first day. */
export function byConference({ conference: a }: ExportedTalk, { conference: b }: ExportedTalk): number {
	return compare(a.startDate, b.startDate) || compare(a.slug, b.slug);
}

/** In the schedule's order, what has no track last. */
export function byTrack({ track: a }: ExportedTalk, { track: b }: ExportedTalk): number {
	return (
		compare(a?.position ?? Number.POSITIVE_INFINITY, b?.position ?? Number.POSITIVE_INFINITY) ||
		compare(a?.slug ?? "", b?.slug ?? "")
	);
}

function markedAt({ mark }: ExportedTalk): number {
	return mark?.updatedAt.getTime() ?? Number.POSITIVE_INFINITY;
}

/** By code units: the order of the same data is the same on every machine. */
export function compare<Value extends string | number>(a: Value, b: Value): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Plain text, without line breaks, as inline Markdown that reads as just that. */
export function toInlineMarkdown(text: string): string {
	return toHeading(text);
}
