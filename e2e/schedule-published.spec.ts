import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { readSchedule } from "@/lib/schedule/formats";
import { conference, talks } from "./conference";
import { expect, test } from "./test";

const ABOUT = `${conference.path}/about`;

async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
	const downloading = page.waitForEvent("download");
	await page.getByRole("link", { name, exact: true }).click();
	const file = await downloading;
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("tells what a schedule is and where it comes from", async ({ page }) => {
	await page.goto(conference.path);
	await page.getByRole("navigation", { name: conference.title }).getByRole("link", { name: "About" }).click();
	await expect(page).toHaveURL(ABOUT);
	await expect(page).toHaveTitle(`About this schedule · ${conference.title} · Talkshelf`);
	await expect(page.getByRole("heading", { level: 1, name: "About this schedule" })).toBeVisible();
	const facts = page.getByRole("definition");
	await expect(facts.filter({ hasText: "The Old Lifeboat Station, Oostduinen" })).toBeVisible();
	await expect(facts.filter({ hasText: "The file conference.xml" })).toBeVisible();
	await expect(facts.filter({ hasText: "third tide" })).toBeVisible();
	await expect(
		facts.filter({ hasText: /^\d+ talks, \d+ tracks, \d+ rooms, \d+ speakers, \d+ recorded talks$/ }),
	).toBeVisible();
	await expect(page.getByRole("link", { name: "What changed" })).toHaveAttribute("href", `${conference.path}/changes`);
	await page.getByRole("link", { name: conference.title }).click();
	await expect(page).toHaveURL(conference.path);
});

for (const { link, file } of [
	{ link: "Schedule JSON", file: `${conference.slug}-schedule.json` },
	{ link: "frab XML", file: `${conference.slug}-schedule.xml` },
]) {
	test(`gives the schedule out as ${link}, to be read again`, async ({ page }) => {
		await page.goto(ABOUT);
		const { name, text } = await download(page, link);
		expect(name).toBe(file);
		const { schedule, warnings } = await readSchedule(text);
		expect(warnings).toEqual([]);
		expect(schedule.conference).toMatchObject({ slug: conference.slug, title: conference.title, dayChange: 360 });
		const titles = new Map(schedule.talks.map(({ slug, title }) => [slug, title]));
		for (const talk of Object.values(talks)) expect(titles.get(talk.slug)).toBe(talk.title);
		const emilie = schedule.speakers.find(({ name: speaker }) => speaker === "Émilie Nørgård");
		expect(emilie).toMatchObject({ key: "id:1", slug: "emilie_norgard" });
		expect(emilie?.biography.text).toContain("Émilie keeps **tide tables**");
		const night = schedule.talks.find(({ slug }) => slug === talks.nightWatch.slug);
		expect([night?.day, night?.start.toISOString()]).toEqual(["2025-10-04", "2025-10-04T22:30:00.000Z"]);
	});
}

test("gives the schedule out as a calendar", async ({ page }) => {
	await page.goto(ABOUT);
	const { name, text } = await download(page, "iCalendar");
	expect(name).toBe(`${conference.slug}-schedule.ics`);
	const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
	const night = events.find((event) => event.getFirstPropertyValue("summary") === talks.nightWatch.title);
	expect(night?.getFirstProperty("dtstart")?.toICALString()).toBe("DTSTART;TZID=Europe/Brussels:20251005T003000");
	expect(text).toContain("\r\nTZID:Europe/Brussels\r\n");
});

test("serves the same files to everybody, and none of a conference that is not there", async ({ request }) => {
	const types = { json: "application/json", xml: "application/xml", ics: "text/calendar" };
	for (const [kind, type] of Object.entries(types)) {
		const path = `${conference.path}/schedule.${kind}`;
		const response = await request.get(path);
		expect(response.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
		expect(response.headers()["set-cookie"]).toBeUndefined();
		expect(await (await request.get(path)).text()).toBe(await response.text());
		expect((await request.get(`/conferences/nowhere-2025/schedule.${kind}`)).status()).toBe(404);
	}
	expect((await request.get("/conferences/nowhere-2025/about")).status()).toBe(404);
});
