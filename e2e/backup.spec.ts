import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { newAccount, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { mark } from "./marks";
import { openTalk, writeNote } from "./notes";
import { expect, test } from "./test";

const DATA = "/account/data";

test.use({ expectedProblems: /Failed to load resource.* (?:404|422|401)/ });

type Backup = { talks: { conference: string; title: string; mark: string | null }[]; writeUps: unknown[] };

/** The backup that the visitor can download, as its file's text. */
async function backUp(page: Page): Promise<string> {
	await page.goto(DATA);
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("main").getByRole("link", { name: "Download a backup", exact: true }).click(),
	]);
	expect(file.suggestedFilename()).toMatch(/^talkshelf-backup-\d{4}-\d\d-\d\d\.json$/);
	return readFile(await file.path(), "utf8");
}

async function choose(page: Page, text: string | Buffer): Promise<void> {
	const buffer = typeof text === "string" ? Buffer.from(text) : text;
	await page.getByLabel("Backup file").setInputFiles({ name: "mine.json", mimeType: "application/json", buffer });
}

/** Marks, notes, a topic, and a published write-up of them; its path. */
async function have(page: Page): Promise<string> {
	await openTalk(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Watched");
	await writeNote(page, { text: "It is **one file**.", takeaways: ["Columns outlive programs", '`#t=1` "é"'] });
	const { talkId } = await markedTalk(page);
	await page.request.post("/api/topics/talks", { data: { topic: "Tides", talkIds: [talkId], on: true } });
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Must-see");
	await page.goto(`/writeups/new?conference=${conference.slug}`);
	await page.getByRole("button", { name: "Start", exact: true }).click();
	await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
	await page.getByRole("textbox", { name: "Introduction", exact: true }).fill("Watched from *home*.");
	await expect(page.getByRole("main").getByRole("status").first()).toHaveText(/^Saved \d/);
	await page.getByRole("button", { name: "Publish", exact: true }).click();
	await expect(page.getByText("Published.")).toBeVisible();
	return new URL(await page.getByRole("textbox", { name: "Public URL", exact: true }).inputValue()).pathname;
}

async function markedTalk(page: Page): Promise<{ talkId: number }> {
	const { marks } = await (await page.request.get("/api/visitor")).json();
	return { talkId: marks[0][0] };
}

async function deleteAll(page: Page): Promise<void> {
	await page.goto(DATA);
	await page.getByRole("button", { name: "Delete all of my data" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Delete everything" }).click();
	await page.waitForURL((url) => url.pathname === "/");
}

const left = (page: Page) =>
	page.evaluate(() =>
		Object.keys({ ...localStorage, ...sessionStorage }).filter((key) => key.startsWith("talkshelf.")),
	);

test("backs everything up, deletes it, and restores it with nothing missing", { tag: "@smoke" }, async ({ page }) => {
	const published = await have(page);
	const backup = await backUp(page);
	await expect(page.getByText("You have 2 marks, 1 note, 1 topic, 1 write-up, and 1 published page.")).toBeVisible();
	expect((JSON.parse(backup) as Backup).talks.map(({ title, mark: status }) => [title, status])).toEqual(
		expect.arrayContaining([
			[talks.tides.title, "WATCHED"],
			[talks.rain.title, "MUST_SEE"],
		]),
	);

	await page.getByRole("button", { name: "Delete all of my data" }).click();
	await expect(page.getByRole("alertdialog", { name: "Delete all of your data?" })).toContainText(
		"2 marks, 1 note, 1 topic, 1 write-up, and 1 published page: gone at once and for good.",
	);
	await page.getByRole("button", { name: "Keep my data" }).click();
	expect(await backUp(page)).toBe(backup);

	await deleteAll(page);
	expect(await (await page.request.get("/api/visitor")).json()).toMatchObject({ visitor: null, marks: [] });
	expect((await page.request.get(published)).status()).toBe(404);
	expect(await left(page)).toEqual([]);

	await page.goto(DATA);
	await choose(page, backup);
	await expect(page.getByText("mine.json brings 2 marks, 1 note, 1 topic, and 1 write-up.")).toBeFocused();
	await expect(
		page.getByText(`“${conference.title}” can be read by everyone who has the address again.`),
	).toBeVisible();
	await expectNoFindings(page);
	await page.getByRole("button", { name: "Restore it" }).click();
	await expect(page.getByText("Restored: 2 marks, 1 note, 1 topic, and 1 write-up.")).toBeFocused();
	await expect(page.getByText("You have 2 marks, 1 note, 1 topic, 1 write-up, and 1 published page.")).toBeVisible();
	await expect(page.getByText("There is nothing of yours here yet.")).toHaveCount(0);
	expect(await backUp(page)).toBe(backup);
	expect((await page.request.get(published)).status()).toBe(200);

	await choose(page, backup);
	await expect(page.getByText("You have everything that is in mine.json already.")).toBeVisible();
	await page.goto("/watchlist");
	await expect(page.getByRole("main").getByRole("link", { name: talks.rain.title, exact: true })).toBeVisible();
});

test("brings a backup beside what there is, and keeps what no talk is here for", { tag: "@smoke" }, async ({
	page,
	newVisitor,
}) => {
	await have(page);
	const backup = (await backUp(page)).replaceAll(`"${conference.slug}"`, '"elsewhere-2031"');
	const other = await newVisitor();
	await other.goto(conference.talk(talks.rain));
	await mark(other, talks.rain, "Missed");
	await other.goto(DATA);
	await choose(other, backup);
	await expect(
		other.getByText(`What is about 2 talks of ${conference.title} waits until the talks are imported here.`),
	).toBeVisible();
	await other.getByRole("button", { name: "Restore it" }).click();
	await expect(other.getByText(/^Restored: /)).toBeVisible();
	const talksOf = (text: string) => (JSON.parse(text) as Backup).talks.map((talk) => [talk.conference, talk.mark]);
	expect(talksOf(await backUp(other))).toEqual(
		expect.arrayContaining([
			["elsewhere-2031", "WATCHED"],
			["elsewhere-2031", "MUST_SEE"],
			[conference.slug, "MISSED"],
		]),
	);
	await expect(other.getByText(/^You have .* 2 talks that are not imported here yet\.$/)).toBeVisible();
});

test("refuses a damaged file, says where, and changes nothing", async ({ page }) => {
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Missed");
	const backup = await backUp(page);
	const lines = backup.split("\n");
	const alert = page.getByRole("main").getByRole("alert");
	for (const [damaged, sentence] of [
		[lines.slice(0, -6).join("\n"), `The file is damaged in line ${lines.length - 6}, at character`],
		[backup.replace('"MISSED"', '"LATER"'), /The file is damaged in line \d+, talks\[0\]\.mark: /],
		[backup.replace('"version": 1', '"version": 99'), "This backup is of a newer Talkshelf"],
		["{}", "This is no backup of Talkshelf."],
		["", "The file is empty."],
	] as const) {
		await choose(page, damaged);
		await expect(alert.filter({ hasText: sentence })).toBeVisible();
	}
	expect(await backUp(page)).toBe(backup);
});

test("takes an account away with its data", async ({ page }) => {
	const account = newAccount();
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Missed");
	await signUp(page, account);
	await page.goto("/account");
	await page.getByRole("link", { name: "Your data" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
	await deleteAll(page);
	await page.goto("/account/sign-in");
	await page.getByLabel("Email").fill(account.email);
	await page.getByLabel("Password").fill(account.password);
	await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
});

test("gives and takes nothing of others", async ({ page, request }) => {
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Missed");
	const backup = await backUp(page);
	expect((await request.get("/account/data/backup")).status()).toBe(404);
	expect((await request.delete("/api/visitor")).status()).toBe(404);
	const headers = { Origin: "https://breakwater.example" };
	expect((await page.request.delete("/api/visitor", { headers })).status()).toBe(403);
	for (const path of ["/api/backup/plan", "/api/backup/restore"]) {
		expect((await page.request.post(path, { headers, data: backup })).status()).toBe(403);
	}
	expect(await backUp(page)).toBe(backup);
	const schema = await request.get("/schemas/backup-1.json");
	expect(await schema.json()).toMatchObject({ title: "A backup of Talkshelf" });
});

test("fits a phone, and has nothing that axe finds wrong", async ({ page }) => {
	await page.goto(conference.talk(talks.rain));
	await mark(page, talks.rain, "Missed");
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(DATA);
	await expectNoFindings(page);
	await page.getByRole("button", { name: "Delete all of my data" }).click();
	await expectNoFindings(page);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
});
