import type { BrowserContext, Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { expectSaved, expectTakeaways, noteOf, noteStatus, notesField, openTalk, takeaway, writeNote } from "./notes";
import { expect, test } from "./test";

const TALK = conference.talk(talks.tides);

const conflictsOf = (page: Page) =>
	noteOf(page).getByRole("list", { name: "Changed in both places" }).getByRole("listitem");

/** Types at the end of a line of the notes, from 1. */
async function typeAtLine(page: Page, number: number, text: string): Promise<void> {
	await notesField(page).press("ControlOrMeta+Home");
	for (let line = 1; line < number; line++) await page.keyboard.press("ArrowDown");
	await page.keyboard.press("End");
	await page.keyboard.type(text);
}

/** Two pages of one visitor on one note, which both have read. */
async function openTwice(page: Page, context: BrowserContext): Promise<Page> {
	await openTalk(page, TALK);
	await writeNote(page, { text: "Begun.\n\nMiddle.\n\nEnd.", takeaways: ["one", "two"] });
	const second = await context.newPage();
	await openTalk(second, TALK);
	await expect(notesField(second)).toHaveValue("Begun.\n\nMiddle.\n\nEnd.");
	return second;
}

test("the caret stays with its words when a text changes elsewhere", async ({ page, context }) => {
	const second = await openTwice(page, context);
	await typeAtLine(page, 1, " Longer than it was before.");
	await expectSaved(page);
	await typeAtLine(second, 3, " Typed");
	await expect(notesField(second)).toHaveValue("Begun. Longer than it was before.\n\nMiddle. Typed\n\nEnd.");
	await second.keyboard.type(" on.");
	await expectSaved(second);
	await expect(notesField(second)).toHaveValue("Begun. Longer than it was before.\n\nMiddle. Typed on.\n\nEnd.");
});

test.describe("where both changed the same", () => {
	/** The first page is saved; the second has changed the same paragraph and takeaway, and another paragraph. */
	async function disagree(first: Page, second: Page): Promise<void> {
		await typeAtLine(first, 1, " On the first page.");
		await takeaway(first, 1).fill("one, on the first page");
		await expectSaved(first);
		// Whoever types slowly would be brought the first page's changes before having made the same ones.
		let typed = () => {};
		const isTyped = new Promise<void>((resolve) => {
			typed = resolve;
		});
		await second.route("**/api/notes/*", async (route) => {
			await isTyped;
			await route.continue();
		});
		await typeAtLine(second, 5, " Nobody else.");
		await typeAtLine(second, 1, " On the second page.");
		await takeaway(second, 1).fill("one, on the second page");
		typed();
		await expect(conflictsOf(second)).toHaveCount(2);
		await second.unroute("**/api/notes/*");
	}

	test("both versions are shown, and each is kept or taken", async ({ page, context }) => {
		const second = await openTwice(page, context);
		await disagree(page, second);
		await expect(noteStatus(second)).toHaveText(/^2 places were changed elsewhere too\. .* until you choose\.$/);
		await expect(notesField(second)).toHaveValue("Begun. On the second page.\n\nMiddle.\n\nEnd. Nobody else.");
		const [first, prose] = [conflictsOf(second).first(), conflictsOf(second).last()];
		await expect(first.getByRole("figure", { name: "Written here" })).toContainText("one, on the second page");
		await expect(first.getByRole("figure", { name: "Written elsewhere" })).toContainText("one, on the first page");
		await expect(prose.getByRole("figure", { name: "Written here" })).toContainText("Begun. On the second page.");
		await expect(prose.getByRole("figure", { name: "Written elsewhere" })).toContainText("Begun. On the first page.");
		await expectNoFindings(second);

		await first.getByRole("button", { name: "Take theirs" }).click();
		await expect(conflictsOf(second)).toHaveCount(1);
		// From there, the next thing to decide is a key away.
		await second.keyboard.press("Tab");
		await expect(conflictsOf(second).getByRole("button", { name: "Keep mine" })).toBeFocused();
		await expectTakeaways(second, ["one, on the first page", "two"]);
		await conflictsOf(second).getByRole("button", { name: "Keep mine" }).click();
		await expectSaved(second);
		await page.reload();
		await expect(notesField(page)).toHaveValue("Begun. On the second page.\n\nMiddle.\n\nEnd. Nobody else.");
		await expectTakeaways(page, ["one, on the first page", "two"]);
	});
});
