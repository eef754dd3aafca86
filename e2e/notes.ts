import { expect, type Locator, type Page } from "@playwright/test";

export const noteOf = (page: Page) => page.getByRole("complementary", { name: "Your note" });
export const noteStatus = (page: Page) => noteOf(page).getByRole("status");
export const notesField = (page: Page) => page.getByRole("textbox", { name: "Notes" });

/** Opens a talk's page until its note can be written; gives the id of the talk, which stands in what the page asks. */
export async function openTalk(page: Page, path: string): Promise<number> {
	const requested = page.waitForRequest(/\/api\/notes\/\d+$/);
	await page.goto(path);
	await expect(takeaway(page, 1)).toBeEditable();
	return Number(new URL((await requested).url()).pathname.split("/").at(-1));
}

/** The nth field of the key takeaways, from 1. */
export function takeaway(page: Page, number: number): Locator {
	return page.getByRole("textbox", { name: `Takeaway ${number}`, exact: true });
}

/** What the fields of the key takeaways hold. */
export async function expectTakeaways(page: Page, texts: readonly string[]): Promise<void> {
	const fields = page.getByRole("textbox", { name: /^Takeaway \d+$/ });
	await expect(fields).toHaveCount(texts.length);
	for (const [index, text] of texts.entries()) await expect(fields.nth(index)).toHaveValue(text);
}

/** Writes a note as a person does, and waits until it is kept. */
export async function writeNote(page: Page, note: { text: string; takeaways: readonly string[] }): Promise<void> {
	await expect(takeaway(page, 1)).toBeEditable();
	for (const [index, text] of note.takeaways.entries()) {
		if (index > 0) await takeaway(page, index).press("Enter");
		await takeaway(page, index + 1).fill(text);
	}
	await notesField(page).fill(note.text);
	await expectSaved(page);
}

/** Saves a first note on a talk by a request, as the editor does. */
export async function saveNote(
	page: Page,
	talkId: number,
	text: string,
	takeaways: readonly { text: string; time?: number }[] = [],
): Promise<void> {
	const data = {
		baseRevision: 0,
		text: { at: 0, removed: 0, inserted: text },
		takeaways: { at: 0, removed: 0, inserted: takeaways.map((each, index) => ({ id: `t${index}`, ...each })) },
	};
	const response = await page.request.patch(`/api/notes/${talkId}`, { data });
	expect(response.ok(), await response.text()).toBe(true);
}

export async function expectSaved(page: Page): Promise<void> {
	await expect(noteStatus(page)).toHaveText(/^Saved \d\d:\d\d$/);
}
