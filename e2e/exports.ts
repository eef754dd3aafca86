import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Presses what leads to the page that exports, and downloads there. */
export async function downloadExport(page: Page, way: Locator): Promise<{ name: string; text: string }> {
	await way.click();
	await page.waitForURL(/\/export(?:\?|$)/);
	const downloading = page.waitForEvent("download");
	await page.getByRole("link", { name: "Download", exact: true }).click();
	const file = await downloading;
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** The Markdown that the open write-up is downloaded as. */
export async function downloadWriteUp(page: Page): Promise<string> {
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "Download Markdown" }).click(),
	]);
	return readFile(await file.path(), "utf8");
}
