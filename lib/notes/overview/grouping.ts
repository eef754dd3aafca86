import type { Conference, Named } from "@/lib/talks/types";
import type { OverviewTalk } from "./types";
import { byName, type NotesOrder } from "./view";

type WithTalk = { readonly talk: OverviewTalk };

/** Entries that stand together. */
export type NoteGroup<Entry> = {
	readonly key: string;
	/** What all of them have in common; both null in a list of everything, and where there is no topic. */
	readonly conference: Conference | null;
	readonly topic: Named | null;
	readonly entries: readonly Entry[];
	/** Of the whole group, on all pages. */
	readonly count: number;
};

/**
 * Entries in groups, each sorted as they came: one of everything; conferences, the latest first; or topics by name, where
 * what has two of them stands in both, and what has none comes last.
 */
export function groupNotes<Entry extends WithTalk>(entries: readonly Entry[], order: NotesOrder): NoteGroup<Entry>[] {
	const groups = new Map<string, { of: Of; entries: Entry[] }>();
	for (const entry of entries) {
		for (const of of groupsOf(entry.talk, order)) {
			const key = `${of.conference?.slug ?? ""}/${of.topic?.slug ?? ""}`;
			const group = groups.get(key);
			if (group) group.entries.push(entry);
			else groups.set(key, { of, entries: [entry] });
		}
	}
	return [...groups]
		.sort(([, a], [, b]) => compareGroups(a.of, b.of))
		.map(([key, group]) => ({ key, ...group.of, entries: group.entries, count: group.entries.length }));
}

/** The rows of all groups: what stands in two of them is two. */
export function rowCount(groups: readonly NoteGroup<unknown>[]): number {
	return groups.reduce((rows, { count }) => rows + count, 0);
}

/** A page of groups, from 1, of `size` rows; a group that goes on is on both pages. */
export function pageOfGroups<Entry>(
	groups: readonly NoteGroup<Entry>[],
	page: number,
	size: number,
): NoteGroup<Entry>[] {
	let before = (page - 1) * size;
	let left = size;
	return groups
		.map((group) => {
			const entries = group.entries.slice(before, before + left);
			before = Math.max(0, before - group.entries.length);
			left -= entries.length;
			return { ...group, entries };
		})
		.filter(({ entries }) => entries.length > 0);
}

type Of = { readonly conference: Conference | null; readonly topic: Named | null };

const TOGETHER: Of = { conference: null, topic: null };

function groupsOf({ conference, topics }: OverviewTalk, order: NotesOrder): Of[] {
	if (order === "conference") return [{ ...TOGETHER, conference }];
	return order === "topic" && topics.length > 0 ? topics.map((topic) => ({ ...TOGETHER, topic })) : [TOGETHER];
}

function compareGroups(a: Of, b: Of): number {
	if (a.topic && b.topic) return byName(a.topic, b.topic);
	if (!a.conference || !b.conference) return Number(a.topic === null) - Number(b.topic === null);
	return (
		compareTexts(b.conference.startDate, a.conference.startDate) || compareTexts(a.conference.slug, b.conference.slug)
	);
}

function compareTexts(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
