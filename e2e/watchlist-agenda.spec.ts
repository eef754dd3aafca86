import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { open } from "./conference";
import { dayFromToday, type TimedEvent, timedXml } from "./days";
import { importXml } from "./imports";
import { mark } from "./marks";
import { expect, test } from "./test";

const soon = dayFromToday(20);
const video = '<links><link href="https://video.example/one.mp4">Video recording</link></links>';
const OPTED_OUT = "<recording><license/><optout>true</optout></recording>";

/** At 10:00 three at once; at 10:45 the long one and another; then free, and to another room. */
const EVENTS: readonly TimedEvent[] = [
	{ title: "Long keel", room: "Harbour", start: `${soon}T10:00:00Z`, duration: 60, more: video },
	{ title: "Short sail", room: "Dock", start: `${soon}T10:00:00Z`, duration: 40, more: OPTED_OUT },
	{ title: "Wet rope", room: "Pier", start: `${soon}T10:10:00Z`, duration: 25 },
	{ title: "Late gull", room: "Pier", start: `${soon}T10:45:00Z`, duration: 30 },
	{ title: "Calm sea", room: "Harbour", start: `${soon}T11:40:00Z`, duration: 20 },
	{ title: "Unmarked", room: "Dock", start: `${soon}T11:20:00Z`, duration: 20 },
];

async function imported(baseURL = "", events = EVENTS) {
	const acronym = `agenda-${randomUUID().slice(0, 8)}`;
	const title = `Agenda ${acronym.slice(-8)}`;
	const importAgain = (changed: readonly TimedEvent[]) =>
		importXml(baseURL, timedXml({ acronym, title, events: changed }));
	await importAgain(events);
	return { acronym, title, path: `/conferences/${acronym}`, importAgain };
}

async function markAll(page: Page, path: string, events: readonly TimedEvent[]): Promise<void> {
	await open(page, path);
	for (const event of events) if (event.title !== "Unmarked") await mark(page, event, "Must-see");
}

/** The lines of a day: talks, and what lies between. */
const lines = (page: Page) =>
	page
		.getByRole("main")
		.getByRole("list", { name: /\d{4}$/ })
		.getByRole("listitem")
		.evaluateAll((items) =>
			items.map((item) => item.querySelector(".talk-title")?.textContent ?? item.textContent ?? ""),
		);

test("shows a day with gaps and conflicts, and one press chooses", { tag: "@smoke" }, async ({ page, baseURL }) => {
	const { path, title } = await imported(baseURL);
	await markAll(page, path, EVENTS);
	await page.getByRole("link", { name: "Agenda", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: `Agenda of ${title}` })).toBeVisible();
	await expect(page.getByText("5 must-see talks · 2 conflicts")).toBeVisible();
	expect(await lines(page)).toEqual([
		...["Short sail", "Long keel", "Wet rope", "Late gull"],
		"25 min free, then to Harbour",
		"Calm sea",
	]);

	const three = page.getByRole("article").filter({ hasText: "10:10–10:35: 3 talks at once" });
	await expect(three.getByText("1 of 3 has a recording.")).toBeVisible();
	await expect(three.getByText("Will not be recorded")).toBeVisible();
	const two = page.getByRole("article").filter({ hasText: "10:45–11:00: 2 talks at once" });
	await expect(two.getByRole("listitem")).toHaveCount(2);
	await expectNoFindings(page);

	await three.getByRole("button", { name: "Choose this: Short sail" }).click();
	await expect(page.getByText("3 must-see talks · no conflicts")).toBeVisible();
	expect(await lines(page)).toEqual([
		"Short sail",
		"5 min free, then to Pier",
		"Late gull",
		"25 min free, then to Harbour",
		"Calm sea",
	]);
	// The keyboard goes on where it can be taken back.
	await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByText("5 must-see talks · 2 conflicts")).toBeVisible();

	const calendar = page.waitForEvent("download");
	await page.getByRole("link", { name: "Calendar (.ics)" }).click();
	expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);

	const saved = page.waitForResponse((response) => response.url().endsWith("/api/marks") && response.ok());
	await two.getByRole("button", { name: "Choose this: Late gull" }).click();
	await saved;
	await page.goto("/watchlist");
	await page.getByRole("link", { name: `Agenda of ${title}` }).click();
	await expect(page.getByText("4 must-see talks · 1 conflict", { exact: true })).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "Calm sea", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Calm sea" })).toBeVisible();
	await page.goto(path);
	await expect(
		page.getByRole("group", { name: "Your mark for Long keel" }).getByRole("button", { name: "Missed", exact: true }),
	).toHaveAttribute("aria-pressed", "true");
});

test("says what the schedule moved since a talk was marked", async ({ page, baseURL }) => {
	const { path, importAgain } = await imported(baseURL);
	await markAll(page, path, EVENTS.slice(3, 5));
	await importAgain(
		EVENTS.map((event) =>
			event.title === "Late gull" ? { ...event, room: "Dock", start: `${soon}T12:30:00Z` } : event,
		),
	);
	await page.goto(`${path}/agenda`);
	const gull = page.getByRole("listitem").filter({ hasText: "Late gull" });
	await expect(gull).toContainText("Changed since you marked it: moved from 10:45 to 12:30; moved from Pier to Dock");
	expect(await lines(page)).toEqual(["Calm sea", "30 min free, then to Dock", "Late gull"]);
});

test("marks what is on now and what comes next", async ({ page, baseURL }) => {
	const inMinutes = (minutes: number) => `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16)}:00Z`;
	const events = [
		{ title: "Over", room: "A", start: inMinutes(-120), duration: 30 },
		{ title: "Running", room: "A", start: inMinutes(-20), duration: 60 },
		{ title: "Coming", room: "B", start: inMinutes(50), duration: 30 },
		{ title: "Later", room: "B", start: inMinutes(90), duration: 30 },
	];
	const { path } = await imported(baseURL, events);
	await markAll(page, path, []);
	// Around midnight they are of two days.
	for (const day of new Set(events.map(({ start }) => start.slice(0, 10)))) {
		await open(page, `${path}/days/${day}`);
		for (const event of events) if (event.start.startsWith(day)) await mark(page, event, "Must-see");
	}
	await page.goto(`${path}/agenda`);
	const row = (title: string) =>
		page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
	await expect(row("Running").getByText("Now", { exact: true })).toBeVisible();
	await expect(row("Running")).toHaveAttribute("aria-current", "time");
	await expect(row("Coming").getByText("Next", { exact: true })).toBeVisible();
	for (const title of ["Over", "Later"]) await expect(row(title).getByText(/^(?:Now|Next)$/)).toHaveCount(0);
});

test("says what to do where there is nothing yet, to nobody too", async ({ page, baseURL }) => {
	const { path } = await imported(baseURL);
	await page.goto(`${path}/agenda`);
	await expect(page.getByText("You have no must-see talks here.")).toBeVisible();
	await page.getByRole("link", { name: "Choose talks" }).click();
	await expect(page).toHaveURL(new RegExp(`${path}$`));
});
