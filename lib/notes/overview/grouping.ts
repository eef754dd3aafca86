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
	const groups = new Map<string, { identity: GroupIdentity; entries: Entry[] }>();
	for (const entry of entries) {
		for (const identity of getGroups(entry.talk, order)) {
			const key = `${identity.conference?.slug ?? ""}/${identity.topic?.slug ?? ""}`;
			const group = groups.get(key);
			if (group) group.entries.push(entry);
			else groups.set(key, { identity, entries: [entry] });
		}
	}
	return [...groups]
		.sort(([, a], [, b]) => compareGroups(a.identity, b.identity))
		.map(([key, group]) => ({ key, ...group.identity, entries: group.entries, count: group.entries.length }));
}

/** The rows of all groups: what stands in two of them is two. */
export function countRows(groups: readonly NoteGroup<unknown>[]): number {
	return groups.reduce((rows, { count }) => rows + count, 0);
}

/** A page of groups, from 1, of `size` rows; a group that goes on is on both pages. */
export function paginateGroups<Entry>(
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

type GroupIdentity = { readonly conference: Conference | null; readonly topic: Named | null };

const UNGROUPED: GroupIdentity = { conference: null, topic: null };

function getGroups({ conference, topics }: OverviewTalk, order: NotesOrder): GroupIdentity[] {
	if (order === "conference") return [{ ...UNGROUPED, conference }];
	return order === "topic" && topics.length > 0 ? topics.map((topic) => ({ ...UNGROUPED, topic })) : [UNGROUPED];
}

function compareGroups(a: GroupIdentity, b: GroupIdentity): number {
	if (a.topic && b.topic) return byName(a.topic, b.topic);
	if (!a.conference || !b.conference) return Number(a.topic === null) - Number(b.topic === null);
	return (
		compareStrings(b.conference.startDate, a.conference.startDate) ||
		compareStrings(a.conference.slug, b.conference.slug)
	);
}

function compareStrings(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
