import { expect, type Locator, type Page } from "@playwright/test";

/** The conference of fixtures/conference.xml, and where its pages are. */
export const conference = {
	slug: "tidewater-2025",
	title: "Tidewater 2025: Open Days",
	path: "/conferences/tidewater-2025",
	talks: "/conferences/tidewater-2025/talks",
	day: (date: string) => `/conferences/tidewater-2025/days/${date}`,
	talk: (talk: { readonly slug: string }) => `/conferences/tidewater-2025/talks/${talk.slug}`,
} as const;

/** Talks of the fixture that tests name. */
export const talks = {
	welcome: { slug: "WLC001-welcome-aboard", title: "Welcome aboard" },
	tides: { slug: "TDE002-tide-tables", title: "Tide tables: forty years of one text file" },
	quoted: { slug: "QTD003-quoted-said-the-parser", title: '"Quoted", said the parser: a story' },
	cafe: { slug: "CAF004-cafe", title: "Le café des bases de données" },
	nightWatch: { slug: "NGT006-night-watch", title: "Night watch: reading logs at half past midnight" },
	bold: { slug: "BLD007-why-bold-is-not-a-plan", title: "Why <b>bold</b> is not a plan" },
	emoji: { slug: "EMJ008-emoji-are-text-too", title: "Emoji are text too 🦑📜" },
	colons: { slug: "CLN009-colons", title: "Colons: a title: with three: of them" },
	grep: { slug: "GRP011-grep", title: "A grep for every occasion" },
	rain: { slug: "RAI012-a-radio-made-of-rain", title: "A radio made of rain" },
	hostile: { slug: "HST013-hostile", title: "<script>window.breakwater = 'title'</script> in a title" },
	seaweed: { slug: "SEA015-seaweed", title: "Seaweed as an index" },
	lunch: { slug: "LUN017-lunch", title: "Lunch on the pier" },
	knots: { slug: "KNT018-knots-and-locks", title: "Knots & locks: what transactions hold together" },
	noise: { slug: "NOI023-noise", title: "Noise is a message that nobody addressed" },
} as const;

export type NamedTalk = { readonly slug: string; readonly title: string };

/** Goes to a page and waits until it is alive: who is looking is said once scripts run and the visitor is known. */
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	const who = page.getByRole("banner").getByRole("link", { name: /^(?:Sign in|Sign up)$/, includeHidden: true });
	// A phone has no room for it.
	await expect(who).toBeAttached();
}

/** Opens what else there is to do with a conference, and leads to the link of that name. */
export async function moreOfConference(page: Page, name: string): Promise<Locator> {
	await page.getByRole("button", { name: "More", exact: true }).click();
	return page.getByRole("link", { name });
}

/** The titles of the talks that a page or a part of it lists, in its order. */
export function talkTitles(part: Page | Locator): Promise<string[]> {
	return part
		.getByRole("group", { name: /^Your mark for / })
		.evaluateAll((groups) =>
			groups.map((group) => group.getAttribute("aria-label")?.slice("Your mark for ".length) ?? ""),
		);
}

/** The ids of the talks of a conference whose text has these words. */
export async function findTalkIds(page: Page, slug: string, query: string): Promise<number[]> {
	const response = await page.request.get(`/api/talk-ids/${slug}?${new URLSearchParams({ q: query })}`);
	return (await response.json()).talkIds;
}
