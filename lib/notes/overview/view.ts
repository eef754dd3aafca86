import type { Named } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import { getChoice, getKnown, getQuery, type SearchParams, toSearchParams } from "@/lib/urls/search-params";
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

/** The view that an address asks for; what it names and is not there is left out, so that an old address still shows something. */
export function parseNotesView(params: SearchParams, choices: NotesChoices): NotesView {
	return {
		tab: getChoice(params, "tab", NOTES_TABS, "notes"),
		order: getChoice(params, "by", NOTES_ORDERS, "newest"),
		query: getQuery(params),
		conferences: getKnown(params, "conference", choices.conferences),
		topics: getKnown(params, "topic", choices.topics),
	};
}

/** The address's query of a view; `parseNotesView` reads it back. `page` is from 1. */
export function notesParams(view: NotesView, page = 1): URLSearchParams {
	return toSearchParams({
		tab: view.tab === "notes" ? "" : view.tab,
		q: view.query,
		conference: view.conferences,
		topic: view.topics,
		by: view.order === "newest" ? "" : view.order,
		page: page > 1 ? page : null,
	});
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
