import type { Named } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import { getValues, type SearchParams } from "@/lib/urls/search-params";
import type { OverviewTalk } from "./types";

/** The parts of the overview, as addresses spell them. */
const NOTES_TABS = ["notes", "unwritten"] as const;
export type NotesTab = (typeof NOTES_TABS)[number];

export const NOTES_ORDERS = ["newest", "conference", "topic"] as const;
export type NotesOrder = (typeof NOTES_ORDERS)[number];

/** What the address of the notes says. Several values of one filter are alternatives; empty is no such filter. */
export type NotesView = {
	readonly tab: NotesTab;
	readonly order: NotesOrder;
	readonly query: string;
	/** Slugs. */
	readonly conferences: readonly string[];
	readonly topics: readonly string[];
};

/** The values that there are to filter by. */
export type NotesChoices = { readonly conferences: readonly Named[]; readonly topics: readonly Named[] };

/** Longer queries are no queries; the rest is cut. */
const MAX_QUERY_LENGTH = 200;

/** The view that an address asks for; what it names and is not there is left out, so that an old address still shows something. */
export function parseNotesView(params: SearchParams, choices: NotesChoices): NotesView {
	const oneOf = <Value extends string>(name: string, values: readonly Value[], fallback: Value) =>
		values.find((value) => value === getValues(params, name)[0]) ?? fallback;
	const filterKnown = (name: string, options: readonly Named[]) =>
		getValues(params, name).filter((value) => options.some(({ slug }) => slug === value));
	return {
		tab: oneOf("tab", NOTES_TABS, "notes"),
		order: oneOf("by", NOTES_ORDERS, "newest"),
		query: (getValues(params, "q")[0] ?? "").trim().slice(0, MAX_QUERY_LENGTH).trim(),
		conferences: filterKnown("conference", choices.conferences),
		topics: filterKnown("topic", choices.topics),
	};
}

/** The address's query of a view; `parseNotesView` reads it back. `page` is from 1. */
export function notesParams(view: NotesView, page = 1): URLSearchParams {
	const params = new URLSearchParams();
	if (view.tab !== "notes") params.append("tab", view.tab);
	if (view.query !== "") params.append("q", view.query);
	for (const slug of view.conferences) params.append("conference", slug);
	for (const slug of view.topics) params.append("topic", slug);
	if (view.order !== "newest") params.append("by", view.order);
	if (page > 1) params.append("page", String(page));
	return params;
}

export function notesPath(view: NotesView, page = 1): string {
	return paths.notes(notesParams(view, page));
}

/** Everything, ordered as it was. */
export function withoutFilters(view: NotesView): NotesView {
	return { ...view, query: "", conferences: [], topics: [] };
}

/** What these talks can be told apart by, each value once: the latest conference first, topics by name. */
export function collectChoices(talks: readonly OverviewTalk[]): NotesChoices {
	const conferences = new Map(talks.map(({ conference }) => [conference.slug, conference]));
	const topics = new Map(talks.flatMap((talk) => talk.topics).map((topic) => [topic.slug, topic]));
	return {
		conferences: [...conferences.values()]
			.sort((a, b) => (a.startDate === b.startDate ? (a.slug < b.slug ? -1 : 1) : a.startDate < b.startDate ? 1 : -1))
			.map(({ slug, title }) => ({ slug, name: title })),
		topics: [...topics.values()].sort(byName),
	};
}

/** As people look for a name, numbers by their size; no two topics are equal in it. */
export function byName(a: Named, b: Named): number {
	return a.name.localeCompare(b.name, "en", { numeric: true }) || (a.slug < b.slug ? -1 : Number(a.slug > b.slug));
}
