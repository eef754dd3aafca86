import type { Locator, Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { expectSaved, expectTakeaways, notesField, openTalk, writeNote } from "./notes";
import { expect, NO_RESPONSE, test } from "./test";

const TALK = conference.talk(talks.tides);
const TEXT =
	"# Why it mattered\n\nOne file of tables, kept for *forty* years by people who never met.\n\nThe second paragraph stays.";
const NOTE = { text: TEXT, takeaways: ["Columns outlive programs", "Tables are read by people"] };
const SHORT = "The second paragraph stays.";

const historyButton = (page: Page) => page.getByRole("button", { name: "History" });
const history = (page: Page) => page.getByRole("dialog", { name: "History of your note" });

/** Each names its time and how much became more or less. */
function revisions(page: Page): Locator {
	return history(page).getByRole("navigation", { name: "Revisions" }).getByRole("button");
}

async function openHistory(page: Page): Promise<void> {
	await historyButton(page).click();
	await expect(history(page)).toBeVisible();
}

test("keeps what was deleted at once: seen, compared, restored, and the restoring taken back", {
	tag: "@smoke",
}, async ({ page }) => {
	await openTalk(page, TALK);
	await writeNote(page, NOTE);
	await openHistory(page);
	await expect(history(page)).toContainText("There is nothing to go back to yet.");
	await page.keyboard.press("Escape");
	await expect(history(page)).toBeHidden();
	await expect(historyButton(page)).toBeFocused();

	await notesField(page).fill(SHORT);
	await expectSaved(page);
	await openHistory(page);
	await expect(revisions(page)).toHaveText([/^\d\d:\d\d 28 words, 2 takeaways$/]);
	await expect(history(page)).toContainText("Now −16 words");
	const compared = history(page).getByRole("region", { name: "Compared with now" });
	// The first of each explains the marks.
	await expect(compared.locator("del")).toHaveText([
		"removed",
		/^# Why it mattered\s+One file of tables.* never met\.\s*$/,
	]);
	await expect(compared.locator("ins")).toHaveText(["Added"]);
	await expect(compared).toContainText(SHORT);
	await expectNoFindings(page);

	await history(page).getByRole("radio", { name: "As it was" }).check();
	const revisionView = history(page).getByRole("region", { name: "As it was" });
	await expect(revisionView.getByRole("heading", { name: "Why it mattered" })).toBeVisible();
	await expect(revisionView.getByRole("listitem")).toHaveText(NOTE.takeaways);
	await expectNoFindings(page);
	await history(page).getByRole("button", { name: "Restore this" }).click();
	await expect(history(page)).toBeHidden();
	await expect(historyButton(page)).toBeFocused();
	await expect(notesField(page)).toHaveValue(TEXT);
	await expectTakeaways(page, NOTE.takeaways);
	await expectSaved(page);
	await page.reload();
	await expect(notesField(page)).toHaveValue(TEXT);

	await openHistory(page);
	await expect(revisions(page)).toHaveText([/^\d\d:\d\d −16 words$/, /^\d\d:\d\d 28 words, 2 takeaways$/]);
	await revisions(page).nth(1).click();
	await expect(history(page)).toContainText("This is what your note is now.");
	await revisions(page).nth(0).click();
	await history(page).getByRole("radio", { name: "Compared with the one before" }).check();
	const before = history(page).getByRole("region", { name: "Compared with the one before" });
	await expect(before.locator("del").last()).toContainText("One file of tables");
	await history(page).getByRole("button", { name: "Restore this" }).click();
	await expect(notesField(page)).toHaveValue(SHORT);
	await expectTakeaways(page, NOTE.takeaways);
	await expectSaved(page);
	await page.reload();
	await expect(notesField(page)).toHaveValue(SHORT);
});

test("fits the narrowest phone, by keyboard alone", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 568 });
	await openTalk(page, TALK);
	await writeNote(page, { text: `${TEXT} ${"long".repeat(50)}`, takeaways: NOTE.takeaways });
	await notesField(page).fill(SHORT);
	await expectSaved(page);
	await historyButton(page).focus();
	await page.keyboard.press("Enter");
	await expect(history(page).getByRole("button", { name: "Close" })).toBeFocused();
	await expect(history(page).locator("del")).not.toHaveCount(0);
	const width = await history(page).evaluate((dialog) => dialog.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
	const restore = history(page).getByRole("button", { name: "Restore this" });
	await expect(restore).toBeInViewport({ ratio: 1 });
	await page.keyboard.press("Shift+Tab");
	await restore.focus();
	await page.keyboard.press("Enter");
	await expect(notesField(page)).toHaveValue(`${TEXT} ${"long".repeat(50)}`);
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("says so, and restores nothing that it cannot keep", async ({ page }) => {
		await openTalk(page, TALK);
		await writeNote(page, NOTE);
		await notesField(page).fill(SHORT);
		await expectSaved(page);
		await page.route("**/revisions", (route) => route.abort());
		await openHistory(page);
		await expect(history(page).getByRole("alert").first()).toContainText("The server does not answer.");
		await page.unroute("**/revisions");
		await history(page).getByRole("button", { name: "Try again" }).click();
		await expect(revisions(page)).toHaveCount(1);
		await page.route("**/revisions", (route) => route.abort());
		await history(page).getByRole("button", { name: "Restore this" }).click();
		await expect(history(page)).toContainText("Nothing was restored: the server does not answer.");
		await history(page).getByRole("button", { name: "Close" }).click();
		await expect(notesField(page)).toHaveValue(SHORT);
	});
});

test("of somebody else is not there", async ({ page, newVisitor }) => {
	const talkId = await openTalk(page, TALK);
	await writeNote(page, NOTE);
	await notesField(page).fill(SHORT);
	await expectSaved(page);
	const url = `/api/notes/${talkId}/revisions`;
	const { revisions } = await (await page.request.get(url)).json();
	const [revision] = revisions;
	expect(revisions).toEqual([{ id: revision.id, savedAt: revision.savedAt, words: 28, takeaways: 2 }]);
	const own = await (await page.request.get(`${url}/${revision.id}`)).json();
	expect(own.revision).toMatchObject({ text: TEXT });

	const otherVisitor = await newVisitor();
	await openTalk(otherVisitor, TALK);
	await writeNote(otherVisitor, { text: "Mine", takeaways: [] });
	expect(await (await otherVisitor.request.get(url)).json()).toEqual({ revisions: [] });
	const message = "There is no such revision of your note.";
	for (const id of [revision.id, crypto.randomUUID(), "x", "%00"]) {
		const response = await otherVisitor.request.get(`${url}/${id}`);
		expect([response.status(), await response.json()]).toEqual([404, { message }]);
	}
	const unknown = await page.request.get("/api/notes/2000000000/revisions");
	expect([unknown.status(), await unknown.json()]).toEqual([404, { message: "There is no such talk." }]);
	const tooMuch = await page.request.post(url, { data: { text: "x".repeat(100_001), takeaways: [] } });
	expect(tooMuch.status()).toBe(400);
	expect(await (await page.request.get(url)).json()).toEqual({ revisions });
});
