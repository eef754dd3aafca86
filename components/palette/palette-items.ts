import { type AppearanceName, currentAppearance, setAppearance } from "@/components/ui/appearance-setting";
import type { PaletteItem } from "@/lib/palette/queries";
import { scoreMatch } from "@/lib/palette/rank";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import * as paths from "@/lib/urls/paths";

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
	page("Import a post", paths.importPost(), "Markdown that you wrote elsewhere"),
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

/** What fits what is typed, the fitting ones first; null where nothing is typed. */
function rankItems<Item extends { readonly title: string; readonly about: string }>(
	query: string,
	items: () => readonly Item[],
): Item[] | null {
	const queryTerms = tokenizeQuery(query);
	if (queryTerms.length === 0) return null;
	return items()
		.map((each) => ({
			each,
			fit: scoreMatch(queryTerms, { text: normalizeForSearch(each.title), keywords: normalizeForSearch(each.about) }),
		}))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit)
		.map(({ each }) => each);
}

/** Something to do from the palette, where it is open. */
export type PaletteAction = {
	readonly kind: "action";
	readonly title: string;
	readonly about: string;
	readonly run: () => void;
};

const action = (title: string, about: string, run: () => void): PaletteAction => ({
	kind: "action",
	title,
	about,
	run,
});

/** What can be done wherever one is, apart from how it looks already; and on a talk's page, to mark it. */
function allActions(): PaletteAction[] {
	const appearanceActions = <Name extends AppearanceName>(
		name: Name,
		value: Parameters<typeof setAppearance<Name>>[1],
		title: string,
	) =>
		currentAppearance(name) === value
			? []
			: [action(title, "How it looks, in this browser", () => setAppearance(name, value))];
	return [
		...markActions(),
		...appearanceActions("theme", "dark", "Dark colours"),
		...appearanceActions("theme", "light", "Light colours"),
		...appearanceActions("theme", "system", "Colours as the system has them"),
		...appearanceActions("density", "compact", "Compact lists"),
		...appearanceActions("density", "comfortable", "Comfortable lists"),
		action("Keyboard shortcuts", "See them, or switch them off", () => {
			void import("@/components/keyboard/shortcuts").then(({ showShortcuts }) => showShortcuts());
		}),
	];
}

/** The buttons that mark the talk of this page. */
function markActions(): PaletteAction[] {
	return [...document.querySelectorAll<HTMLButtonElement>(".marks-large .marks > button")].map((button) => {
		const isOn = button.ariaPressed === "true";
		const mark = button.textContent ?? "";
		return action(isOn ? `No longer ${mark.toLowerCase()}` : `Mark ${mark.toLowerCase()}`, "This talk", () =>
			button.click(),
		);
	});
}

/** What can be done and fits what is typed, the fitting ones first; nothing where nothing is typed. */
export function actionsFor(query: string): PaletteAction[] {
	return rankItems(query, allActions) ?? [];
}
