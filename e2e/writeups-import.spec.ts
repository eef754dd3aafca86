import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { downloadWriteUp } from "./exports";
import { expectTakeaways, notesField, openTalk, writeNote } from "./notes";
import { expect, test } from "./test";

const POST = (base: string) => `---
title: "What I saw"
date: 2026-02-11
tags:
  - "tides"
---

An intro.

<!--more-->

## The sea

### My favourite

[It](${base}${conference.talk(talks.tides)}) is **one file**.

**Key takeaways:**
- Columns outlive programs
- Text is \`enough\`

### ${talks.rain.title.toUpperCase()}

No link here.

## What else

Only prose.
`;

const alert = (page: Page) => page.getByRole("main").getByRole("alert");

async function preview(page: Page, markdown: string): Promise<void> {
	await page.goto("/writeups");
	await page.getByRole("link", { name: "Import a post" }).click();
	await page.getByLabel("Or paste it here").fill(markdown);
	await page.getByRole("button", { name: "Preview" }).click();
	await expect(page.getByText("Nothing is made yet.")).toBeFocused();
}

async function importPost(page: Page): Promise<string> {
	await page.getByRole("button", { name: "Bring it in" }).click();
	await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
	return page.url();
}

test("makes a write-up and notes of a post, and leaves a note alone that was there", { tag: "@smoke" }, async ({
	page,
	baseURL,
}) => {
	const post = POST(baseURL ?? "");
	await preview(page, post);
	await expect(
		page.getByText("A write-up, “What I saw”, of 2026-02-11: 2 sections, 1 talk, and 2 takeaways."),
	).toBeVisible();
	await expect(page.getByText("1 note is made of what it says about talks.")).toBeVisible();
	await expect(page.getByText("Exported again, it is the same, letter by letter.")).toBeVisible();
	const unknown = page.getByRole("group", { name: talks.rain.title.toUpperCase() });
	await expect(unknown.getByRole("radio", { name: "No talk: a heading of its own" })).toBeChecked();
	await unknown.getByRole("radio", { name: talks.rain.title }).check();
	await expect(page.getByText("2 notes are made of what it says about talks.")).toBeVisible();
	await page.getByRole("checkbox", { name: /^Mark its talks that have no mark as watched/ }).check();
	await expectNoFindings(page);
	const url = await importPost(page);
	const file = await downloadWriteUp(page);
	expect(file).toContain("### My favourite\n\n[It](");
	expect(file).toContain("**Key takeaways:**\n- Columns outlive programs\n- Text is `enough`\n");

	await openTalk(page, conference.talk(talks.tides));
	await expect(notesField(page)).toHaveValue(/is \*\*one file\*\*\.$/);
	await expectTakeaways(page, ["Columns outlive programs", "Text is `enough`"]);
	await notesField(page).fill("My own by now.");
	await expect(page.getByRole("complementary", { name: "Your note" }).getByRole("status")).toHaveText(/^Saved/);

	await preview(page, post);
	await expect(page.getByText(/^You have a write-up of this title: What I saw/)).toBeVisible();
	await expect(page.getByLabel(talks.tides.title)).toHaveValue("keep");
	await expect(page.getByRole("checkbox", { name: /^Mark its talks/ })).toHaveCount(0);
	expect(await importPost(page)).not.toBe(url);
	expect(await downloadWriteUp(page)).toBe(post);
	await openTalk(page, conference.talk(talks.tides));
	await expect(notesField(page)).toHaveValue("My own by now.");
});

test("adds to a note what it lacks, or puts the post's in its place", async ({ page, baseURL }) => {
	const post = POST(baseURL ?? "");
	await openTalk(page, conference.talk(talks.tides));
	await writeNote(page, { text: "Mine.", takeaways: ["Columns outlive programs"] });
	await preview(page, post);
	await page.getByLabel(talks.tides.title).selectOption("Add what it lacks");
	await importPost(page);
	expect(await downloadWriteUp(page)).toBe(post);
	await openTalk(page, conference.talk(talks.tides));
	await expect(notesField(page)).toHaveValue(/^Mine\.\n\n\[It\]/);
	await expectTakeaways(page, ["Columns outlive programs", "Text is `enough`"]);
	await preview(page, post);
	await page.getByLabel(talks.tides.title).selectOption({ value: "replace" });
	await importPost(page);
	await openTalk(page, conference.talk(talks.tides));
	await expect(notesField(page)).toHaveValue(/^\[It\]/);
});

test("refuses what is no post, and keeps what was pasted", async ({ page }) => {
	await page.goto("/writeups/import");
	await page.getByLabel("Or paste it here").fill("# Kept");
	const give = (name: string, buffer: Buffer) =>
		page.getByLabel("Post file").setInputFiles({ name, mimeType: "text/markdown", buffer });
	await give("post.md", Buffer.from([0x23, 0xff, 0xfe]));
	await expect(alert(page)).toHaveText("post.md is no text in UTF-8.");
	await give("empty.md", Buffer.from("\n"));
	await expect(alert(page)).toHaveText("empty.md is empty.");
	await expect(page.getByLabel("Or paste it here")).toHaveValue("# Kept");
	await give("good.md", Buffer.from("# Read from the file"));
	await expect(page.getByLabel("Or paste it here")).toHaveValue("# Read from the file");
	await page.getByLabel("Or paste it here").fill(`## A\n\n${"word ".repeat(25_000)}`);
	await page.getByRole("button", { name: "Preview" }).click();
	await expect(alert(page)).toHaveText("A section's prose can have up to 100,000 characters.");
	await expect(page.getByRole("button", { name: "Bring it in" })).toBeDisabled();
	await page.getByRole("button", { name: "Back" }).click();
	await expect(page.getByLabel("Or paste it here")).toHaveValue(/^## A/);
});

test("takes nothing from another site, and fits a phone", async ({ page, request }) => {
	const headers = { Origin: "https://breakwater.example" };
	for (const path of ["/api/writeups/import", "/api/writeups/import/plan"]) {
		expect((await request.post(path, { headers, data: { markdown: "x" } })).status()).toBe(403);
		expect((await request.post(path, { data: { markdown: " " } })).status()).toBe(400);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await preview(page, POST(new URL(page.url() === "about:blank" ? "http://localhost" : page.url()).origin));
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await expectNoFindings(page);
});

const SEED = "../shared/seed/fosdem-2026-the-talks-i-missed.md";
const isThere = existsSync(SEED);

test(
	isThere ? "reads a real author's post" : `reads a real author's post (skipped: there is no ${SEED})`,
	async ({ page }) => {
		test.skip(!isThere, `There is no ${SEED}.`);
		// Its talks are not here: it is a write-up of prose all the same, and comes out as it went in.
		await preview(page, readFileSync(SEED, "utf8"));
		await expect(page.getByRole("heading", { name: "Are these talks?" })).toBeVisible();
		await importPost(page);
		await expect(page.getByRole("textbox", { name: "Title", exact: true })).not.toHaveValue("");
	},
);
