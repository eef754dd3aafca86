import type { Conference, Named } from "@/lib/talks/types";
import type { WatchlistEntry } from "../types";
import type { Grouping } from "./arrangement";
import { compareTexts } from "./order";

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
	readonly named: Named | null;
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
	const groups = new Map<string, { of: Of; entries: WatchlistEntry[] }>();
	for (const entry of entries) {
		for (const of of groupsOf(entry, grouping)) {
			const key = keyOf(of);
			const group = groups.get(key);
			if (group) group.entries.push(entry);
			else groups.set(key, { of, entries: [entry] });
		}
	}
	return [...groups]
		.sort(([, a], [, b]) => compareGroups(a.of, b.of))
		.map(([key, { of, entries: ofGroup }]) => ({
			key,
			...of,
			parts: grouping === "day" ? byDay(ofGroup) : [{ day: null, entries: ofGroup }],
			talkCount: ofGroup.length,
			minutes: ofGroup.reduce((minutes, { talk }) => minutes + talk.duration, 0),
		}));
}

/** A page of groups, from 1, of `size` rows; a group that goes on is on both pages. */
export function pageOfGroups(groups: readonly WatchlistGroup[], page: number, size: number): WatchlistGroup[] {
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
export function rowCount(groups: readonly WatchlistGroup[]): number {
	return groups.reduce((rows, { talkCount }) => rows + talkCount, 0);
}

type Of = Pick<WatchlistGroup, "conference" | "named">;

function groupsOf({ talk, conference, topics }: WatchlistEntry, grouping: Grouping): Of[] {
	switch (grouping) {
		case "day":
			return [{ conference, named: null }];
		case "track":
			return [{ conference, named: talk.track }];
		case "topic":
			return topics.length === 0
				? [{ conference: null, named: null }]
				: topics.map((topic) => ({ conference: null, named: topic }));
		case "none":
			return [{ conference: null, named: null }];
	}
}

/** No slug has a slash in it. */
function keyOf({ conference, named }: Of): string {
	return `${conference?.slug ?? ""}/${named?.slug ?? ""}`;
}

function compareGroups(a: Of, b: Of): number {
	return (
		compareTexts(b.conference?.startDate ?? "", a.conference?.startDate ?? "") ||
		compareTexts(a.conference?.slug ?? "", b.conference?.slug ?? "") ||
		Number(a.named === null) - Number(b.named === null) ||
		(a.named?.name ?? "").localeCompare(b.named?.name ?? "", "en") ||
		compareTexts(a.named?.slug ?? "", b.named?.slug ?? "")
	);
}

function byDay(entries: readonly WatchlistEntry[]): WatchlistPart[] {
	const days = new Map<string, WatchlistEntry[]>();
	for (const entry of entries) {
		const day = days.get(entry.talk.day);
		if (day) day.push(entry);
		else days.set(entry.talk.day, [entry]);
	}
	return [...days].sort(([a], [b]) => compareTexts(a, b)).map(([day, ofDay]) => ({ day, entries: ofDay }));
}
