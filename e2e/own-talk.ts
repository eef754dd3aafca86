import { expect, type Locator, type Page } from "@playwright/test";
import type { NamedTalk } from "./conference";
import { openTalk } from "./notes";

export const ownTalk = (page: Page) => page.getByRole("region", { name: "Your rating, topics and history" });
export const topicField = (page: Page) => ownTalk(page).getByRole("combobox", { name: "Add a topic" });
export const stars = (page: Page, talk: Pick<NamedTalk, "title">) =>
	page.getByRole("group", { name: `Your rating of ${talk.title}`, exact: true });

/** Opens a talk's page until what the visitor made of it is known; gives the id of the talk. */
export async function openOwnTalk(page: Page, path: string): Promise<number> {
	const talkId = await openTalk(page, path);
	await expect(topicField(page)).toBeEditable();
	return talkId;
}

/** Types a topic as a person does, and waits until it is kept. */
export async function addTopic(page: Page, name: string): Promise<void> {
	const saved = page.waitForResponse((response) => response.url().endsWith("/api/topics/talks") && response.ok());
	await topicField(page).fill(name);
	await topicField(page).press("Enter");
	await saved;
}

/** The topics that the page shows on its talk. */
export function topicsOf(page: Page): Locator {
	return ownTalk(page).getByRole("list", { name: "Topics of this talk" }).getByRole("listitem");
}

/** Rates and waits until it is kept. */
export async function rate(page: Page, talk: Pick<NamedTalk, "title">, name: string): Promise<void> {
	const saved = page.waitForResponse((response) => response.url().includes("/api/ratings/") && response.ok());
	await stars(page, talk).getByRole("radio", { name, exact: true }).check();
	await saved;
}

/** Unfolds the visitor's history with the talk. */
export async function openHistory(page: Page): Promise<Locator> {
	await ownTalk(page).locator("summary").click();
	return ownTalk(page).locator("ol").getByRole("listitem");
}
