import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What depends on colours; no other rule of axe does. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Expects axe to find nothing wrong, in both schemes, since each has colours of its own. */
export async function expectNoFindings(page: Page): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		// After a press that has the page rendered again, its title is gone until the server's answer is shown.
		await expect(page).toHaveTitle(/./);
		// Else every run opens a page to put together what it found in frames of other origins: as long again.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		if (colorScheme === "dark") axe.withRules(COLOUR_RULES);
		const { violations } = await axe.analyze();
		const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`));
		expect(found, colorScheme).toEqual([]);
	}
}
