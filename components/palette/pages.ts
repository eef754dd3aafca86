import type { PaletteItem } from "@/lib/palette/queries";
import * as paths from "@/lib/urls/paths";
import { rankItems } from "./rank-items";

const page = (title: string, href: string, about = ""): PaletteItem => ({ kind: "page", title, about, href });

const PAGES: readonly PaletteItem[] = [
	page("Conferences", "/"),
	page("Watchlist", "/watchlist"),
	page("Notes", paths.notes()),
	page("Topics", "/topics"),
	page("Statistics", "/watchlist/statistics", "Hours watched and left"),
	page("Calendar", paths.watchlistCalendar(), "The watchlist in your calendar"),
	page("Write-ups", paths.writeUps()),
	page("Start a write-up", paths.newWriteUp()),
	page("Bring in a post", paths.importPost(), "Markdown that you wrote elsewhere"),
	page("Export Markdown", paths.exportPage(), "Hugo, Jekyll, Astro, Obsidian"),
	page("Your data", paths.accountData(), "Back up, restore, delete"),
	page("Add a conference", "/conferences/new"),
	page("Account", "/account", "Sign in, sign out"),
];

const ofConference = (slug: string): PaletteItem[] => [
	page("All talks", paths.talks(slug), "This conference"),
	page("Triage", paths.triage(slug), "This conference, one talk after another"),
	page("Agenda", `${paths.conference(slug)}/agenda`, "This conference, your must-see talks"),
	page("Tracks", paths.tracks(slug), "This conference"),
	page("Rooms", paths.rooms(slug), "This conference"),
	page("Speakers", paths.speakers(slug), "This conference"),
	page("Changes", paths.changes(slug), "This conference"),
];

/** Our own pages that fit what is typed, the fitting ones first; all of them where nothing is. */
export function pagesFor(query: string, conference: string | null): PaletteItem[] {
	const pages = [...(conference ? ofConference(conference) : []), ...PAGES];
	return rankItems(query, () => pages) ?? pages;
}
