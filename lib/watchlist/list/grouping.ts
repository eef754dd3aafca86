import type { Conference, Named } from "@/lib/talks/types";
import type { WatchlistEntry } from "../types";
import type { Grouping } from "./arrangement";
import { compareStrings } from "./arrangement";

/** Talks that stand together. */
type WatchlistPart = {
	/** Of the conference, `YYYY-MM-DD`; null where days are not told apart. */
	readonly day: string | null;
	readonly entries: readonly WatchlistEntry[];
};

export type WatchlistGroup = {
	readonly key: string;
	/** What all talks of the group have: the conference of a day or track. */
	readonly conference: Conference | null;
	/** The track or topic; null where there is none, and in groups of something else. */
	readonly trackOrTopic: Named | null;
	readonly parts: readonly WatchlistPart[];
	/** Of the whole group, on all pages. */
	readonly talkCount: number;
	/** Of all its talks together. */
	readonly minutes: number;
};

/**
 * Sorted entries in groups: conferences, the latest first, with their days; tracks by conference and name; topics by name,
 * where a talk with two of them stands in both; what has no track or topic comes last. Within a group they stay sorted.
 */
export function groupEntries(entries: readonly WatchlistEntry[], grouping: Grouping): WatchlistGroup[] {
	const groups = new Map<string, { identity: GroupIdentity; entries: WatchlistEntry[] }>();
	for (const entry of entries) {
		for (const identity of getGroups(entry, grouping)) {
			const key = toGroupKey(identity);
			const group = groups.get(key);
			if (group) group.entries.push(entry);
			else groups.set(key, { identity, entries: [entry] });
		}
	}
	return [...groups]
		.sort(([, a], [, b]) => compareGroups(a.identity, b.identity))
		.map(([key, { identity, entries: entriesOfGroup }]) => ({
			key,
			...identity,
			parts: grouping === "day" ? splitByDay(entriesOfGroup) : [{ day: null, entries: entriesOfGroup }],
			talkCount: entriesOfGroup.length,
			minutes: entriesOfGroup.reduce((minutes, { talk }) => minutes + talk.duration, 0),
		}));
}

/** A page of groups, from 1, of `size` rows; a group that goes on is on both pages. */
export function paginateGroups(groups: readonly WatchlistGroup[], page: number, size: number): WatchlistGroup[] {
	const [from, to] = [(page - 1) * size, page * size];
	let row = 0;
	return groups
		.map((group) => {
			const parts = group.parts.map((part) => {
				const entries = part.entries.slice(Math.max(0, from - row), Math.max(0, to - row));
				row += part.entries.length;
				return { ...part, entries };
			});
			return { ...group, parts: parts.filter((part) => part.entries.length > 0) };
		})
		.filter(({ parts }) => parts.length > 0);
}

/** The number of rows of all groups: a talk that stands in two of them is two. */
export function countRows(groups: readonly WatchlistGroup[]): number {
	return groups.reduce((rows, { talkCount }) => rows + talkCount, 0);
}

type GroupIdentity = Pick<WatchlistGroup, "conference" | "trackOrTopic">;

function getGroups({ talk, conference, topics }: WatchlistEntry, grouping: Grouping): GroupIdentity[] {
	switch (grouping) {
		case "day":
			return [{ conference, trackOrTopic: null }];
		case "track":
			return [{ conference, trackOrTopic: talk.track }];
		case "topic":
			return topics.length === 0
				? [{ conference: null, trackOrTopic: null }]
				: topics.map((topic) => ({ conference: null, trackOrTopic: topic }));
		case "none":
			return [{ conference: null, trackOrTopic: null }];
	}
}

/** No slug has a slash in it. */
function toGroupKey({ conference, trackOrTopic }: GroupIdentity): string {
	return `${conference?.slug ?? ""}/${trackOrTopic?.slug ?? ""}`;
}

function compareGroups(a: GroupIdentity, b: GroupIdentity): number {
	return (
		compareStrings(b.conference?.startDate ?? "", a.conference?.startDate ?? "") ||
		compareStrings(a.conference?.slug ?? "", b.conference?.slug ?? "") ||
		Number(a.trackOrTopic === null) - Number(b.trackOrTopic === null) ||
		(a.trackOrTopic?.name ?? "").localeCompare(b.trackOrTopic?.name ?? "", "en") ||
		compareStrings(a.trackOrTopic?.slug ?? "", b.trackOrTopic?.slug ?? "")
	);
}

function splitByDay(entries: readonly WatchlistEntry[]): WatchlistPart[] {
	const days = new Map<string, WatchlistEntry[]>();
	for (const entry of entries) {
		const day = days.get(entry.talk.day);
		if (day) day.push(entry);
		else days.set(entry.talk.day, [entry]);
	}
	return [...days]
		.sort(([a], [b]) => compareStrings(a, b))
		.map(([day, entriesOfDay]) => ({ day, entries: entriesOfDay }));
}
