import { expect, type Locator, type Page } from "@playwright/test";
import type { NamedTalk } from "./conference";

const MARKS = ["Must-see", "Watched", "Missed"] as const;
export type Mark = (typeof MARKS)[number];

/** The three buttons of a talk, wherever it is shown. */
export function markGroup(part: Page | Locator, { title }: Pick<NamedTalk, "title">): Locator {
	return part.getByRole("group", { name: `Your mark for ${title}`, exact: true });
}

export async function clickMark(part: Page | Locator, talk: Pick<NamedTalk, "title">, mark: Mark): Promise<void> {
	const button = markGroup(part, talk).getByRole("button", { name: mark, exact: true });
	await button.scrollIntoViewIfNeeded();
	// What comes into view is only then given its size: nobody presses within the frame in which the list still moves.
	await button.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	await button.click();
}

/** Of the three buttons just that one is pressed, or none. */
export async function expectMark(
	part: Page | Locator,
	talk: Pick<NamedTalk, "title">,
	mark: Mark | null,
	options?: { timeout?: number },
): Promise<void> {
	for (const each of MARKS) {
		const button = markGroup(part, talk).getByRole("button", { name: each, exact: true });
		await expect(button).toHaveAttribute("aria-pressed", String(each === mark), options);
	}
}

/** Presses a mark and waits until the server has kept it. */
export async function mark(page: Page, talk: Pick<NamedTalk, "title">, status: Mark): Promise<void> {
	const saved = page.waitForResponse((response) => response.url().endsWith("/api/marks") && response.ok());
	await clickMark(page, talk, status);
	await saved;
}

let eventCount = 0;

/** What the page sends for one press, of any shape. */
export function markEventBody(talkId: unknown, status: unknown) {
	return { presses: [{ id: `test-${Date.now()}-${++eventCount}`, talkId, status, at: Date.now() }] };
}
