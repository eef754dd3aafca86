import { randomUUID } from "node:crypto";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { timedXml } from "./days";
import { importXml } from "./imports";
import { mark } from "./marks";
import { expect, test } from "./test";

const DAY = "2025-10-04";
const path = `${conference.day(DAY)}/timetable`;

test("shows a day's rooms beside each other, with one's marks", async ({ page }) => {
	await page.goto(conference.talk(talks.tides));
	await mark(page, talks.tides, "Must-see");
	await open(page, conference.day(DAY));
	await page.getByRole("link", { name: "Timetable" }).click();
	const table = page.getByRole("table", { name: /^Timetable of / });
	await expect(table.getByRole("columnheader").first()).toBeVisible();
	await expect(table.getByRole("rowheader", { name: "10:00" })).toBeVisible();
	const cell = table.getByRole("cell").filter({ hasText: talks.tides.title });
	await expect(cell.getByText("Must-see")).toBeVisible();
	await cell.getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
});

test("goes from talk to talk with arrow keys, and keeps its size", async ({ page }) => {
	await page.goto(path);
	const links = page.getByRole("table").getByRole("cell").getByRole("link");
	const first = links.first();
	await first.focus();
	await page.keyboard.press("ArrowDown");
	await expect(first).not.toBeFocused();
	await page.keyboard.press("ArrowUp");
	await expect(first).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(first).not.toBeFocused();
	await expect(page.getByRole("table").locator("a:focus")).toHaveCount(1);
	const height = () => first.evaluate((element) => element.getBoundingClientRect().height);
	const before = await height();
	await page.getByRole("button", { name: "Larger" }).click();
	await expect.poll(height).toBeGreaterThan(before);
	await page.reload();
	await expect.poll(height).toBeGreaterThan(before);
});

test("has nothing that axe finds wrong, and scrolls on its own on a phone", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(path);
	await expect(page.getByRole("table")).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await expectNoFindings(page);
});

test("says to the minute when talks are, whatever its rows are, and ends with the day", async ({ page, baseURL }) => {
	const acronym = `minutes-${randomUUID().slice(0, 8)}`;
	const events = [
		{ title: "Odd minutes", room: "Harbour", start: "2025-10-04T10:02:00Z", duration: 18 },
		{ title: "Exhibition", room: "Dock", start: "2025-10-04T09:00:00Z", duration: 60 * 24 * 20 },
	];
	await importXml(baseURL ?? "", timedXml({ acronym, title: acronym, events }));
	await page.goto(`/conferences/${acronym}/days/2025-10-04/timetable`);
	const table = page.getByRole("table");
	await expect(table.getByRole("cell").filter({ hasText: "Odd minutes" })).toContainText("10:02–10:20");
	// Half hours, until a day after the last of them has begun.
	await expect(table.getByRole("rowheader")).toHaveCount(51);
});
