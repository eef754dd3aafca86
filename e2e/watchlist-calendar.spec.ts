import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { convertIcsCalendar, type IcsCalendar } from "ts-ics";
import { newAccount, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { conference, open, talks } from "./conference";
import { type EventOfFile, importSchedule } from "./imports";
import { mark } from "./marks";
import { expect, test } from "./test";

const PAGE = "/watchlist/calendar";
const GONE = "There is no calendar at this address.\n";

/** A calendar as another library than the one that writes it reads it; that one takes the sequence 0 for none. */
function read(text: string): IcsCalendar {
	const { events = [], ...calendar }: IcsCalendar = convertIcsCalendar(undefined, text);
	return { ...calendar, events: events.map((event) => ({ sequence: 0, ...event })) };
}

const urlField = (page: Page) => page.getByRole("textbox", { name: "Private address" });

/** Makes the visitor's private address; gives its path. */
async function switchOn(page: Page): Promise<string> {
	await page.goto(PAGE);
	await page.getByRole("button", { name: "Make a private address" }).click();
	await expect(page.getByRole("status").filter({ hasText: "ready" })).toBeVisible();
	return feedPath(page);
}

/** The path of the address that the page shows. */
async function feedPath(page: Page): Promise<string> {
	const { pathname, search } = new URL(await urlField(page).inputValue());
	expect(pathname).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
	return pathname + search;
}

async function markSome(page: Page): Promise<void> {
	await open(page, conference.day("2025-10-04"));
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.nightWatch, "Must-see");
	await mark(page, talks.hostile, "Missed");
}

/** A conference that no other test has, with one talk. */
function newRegatta() {
	const id = crypto.randomUUID().slice(0, 8);
	const event: EventOfFile = { guid: crypto.randomUUID(), title: `Low water ${id}`, room: "Jetty", duration: "00:30" };
	const acronym = `regatta-${id}`;
	const path = `/conferences/${acronym}/days/2025-10-04`;
	return { acronym, title: `Regatta ${id}`, path, event };
}

test.describe("a visitor's calendar", () => {
	test("is downloaded, and read by another library at the right times", async ({ page }) => {
		await markSome(page);
		await page.goto(PAGE);
		const downloading = page.waitForEvent("download");
		await page.getByRole("link", { name: "Download iCalendar" }).click();
		const file = await downloading;
		expect(file.suggestedFilename()).toBe("watchlist.ics");
		const calendar = read(await readFile(await file.path(), "utf8"));
		expect(calendar.timezones?.map(({ id }) => id)).toEqual(["Europe/Brussels"]);
		expect(
			calendar.events?.map(({ summary, start, end, categories, ...event }) => [
				summary,
				`${start.local?.timezone} ${start.date.toISOString()} ${end?.date.toISOString().slice(11, 16)}`,
				`${categories?.[0]} ${event.status} ${event.sequence}`,
			]),
		).toEqual([
			[talks.tides.title, "Europe/Brussels 2025-10-04T08:00:00.000Z 08:50", "Must-see CONFIRMED 0"],
			[talks.hostile.title, "Europe/Brussels 2025-10-04T09:00:00.000Z 09:25", "Missed CONFIRMED 0"],
			[talks.nightWatch.title, "Europe/Brussels 2025-10-04T22:30:00.000Z 23:00", "Must-see CONFIRMED 0"],
		]);
		const tides = calendar.events?.find(({ summary }) => summary === talks.tides.title);
		const own = new URL(conference.talk(talks.tides), page.url()).pathname;
		expect(new URL(tides?.url ?? "").pathname).toBe(own);
		expect(tides?.description).toContain(own);
	});

	test("is of what a filter shows, of one conference, or of nobody's talks", async ({ page, newVisitor }) => {
		await markSome(page);
		const titles = async (query: string) => {
			const response = await page.request.get(`/export/calendar${query}`);
			return (read(await response.text()).events ?? []).map(({ summary }) => summary);
		};
		expect(await titles("?tab=missed")).toEqual([talks.hostile.title]);
		expect(await titles(`?conference=${conference.slug}&tab=must-see`)).toEqual([
			talks.tides.title,
			talks.nightWatch.title,
		]);
		const unknown = await page.request.get("/export/calendar?conference=nowhere-2025");
		expect([unknown.status(), await unknown.text()]).toEqual([404, "There is no such conference here.\n"]);
		const otherVisitor = await newVisitor();
		const nobodys = await otherVisitor.request.get("/export/calendar");
		expect(nobodys.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
		expect(read(await nobodys.text()).events ?? []).toEqual([]);
		await otherVisitor.goto(PAGE);
		await expect(otherVisitor.getByText("Nothing is marked yet")).toBeVisible();
	});

	test("is asked for under a private address without any cookie, or with somebody else's", { tag: "@smoke" }, async ({
		page,
		newVisitor,
	}) => {
		await markSome(page);
		const path = await switchOn(page);
		const nobody = await newVisitor();
		const response = await nobody.request.get(path);
		expect(response.status()).toBe(200);
		const headers = response.headers();
		expect({
			type: headers["content-type"],
			cache: headers["cache-control"],
			robots: headers["x-robots-tag"],
			referrer: headers["referrer-policy"],
			cookie: headers["set-cookie"],
		}).toEqual({
			type: "text/calendar; charset=utf-8",
			cache: "private, no-cache",
			robots: "noindex, nofollow",
			referrer: "no-referrer",
			cookie: undefined,
		});
		const text = await response.text();
		expect(read(text).events?.map(({ summary }) => summary)).toEqual([talks.tides.title, talks.nightWatch.title]);

		const other = await newVisitor();
		await open(other, conference.day("2025-10-04"));
		await mark(other, talks.rain, "Must-see");
		expect(await (await other.request.get(path)).text()).toBe(text);

		const known = await nobody.request.get(path, { headers: { "If-None-Match": headers.etag ?? "" } });
		expect([known.status(), await known.text()]).toEqual([304, ""]);
		const head = await nobody.request.head(path);
		expect([head.status(), head.headers().etag, await head.text()]).toEqual([200, headers.etag, ""]);
		await open(page, conference.day("2025-10-04"));
		await mark(page, talks.tides, "Watched");
		const changed = await nobody.request.get(path, { headers: { "If-None-Match": headers.etag ?? "" } });
		expect(read(await changed.text()).events?.map(({ summary }) => summary)).toEqual([talks.nightWatch.title]);
		expect(read(await (await nobody.request.get(`${path}?marks=all`)).text()).events).toHaveLength(3);
	});

	test("follows a talk that moves, is withdrawn and comes back", async ({ page, newVisitor, baseURL }) => {
		const { event, path: day, ...regatta } = newRegatta();
		const other = { ...event, guid: crypto.randomUUID(), title: "High water", room: "Pier" };
		await importSchedule(baseURL ?? "", { ...regatta, events: [event, other] });
		await open(page, day);
		await mark(page, event, "Must-see");
		const path = await switchOn(page);
		const nobody = await newVisitor();
		const talk = async () => {
			const [only, ...others] = read(await (await nobody.request.get(path)).text()).events ?? [];
			expect(others).toEqual([]);
			return [only?.uid, only?.location, only?.status, only?.sequence];
		};
		expect(await talk()).toEqual([event.guid, "Jetty", "CONFIRMED", 0]);
		await importSchedule(baseURL ?? "", { ...regatta, events: [{ ...event, room: "Pier" }, other] });
		expect(await talk()).toEqual([event.guid, "Pier", "CONFIRMED", 1]);
		await importSchedule(baseURL ?? "", { ...regatta, events: [other] });
		expect(await talk()).toEqual([event.guid, "Pier", "CANCELLED", 2]);
		await importSchedule(baseURL ?? "", { ...regatta, events: [{ ...event, room: "Pier" }, other] });
		expect(await talk()).toEqual([event.guid, "Pier", "CONFIRMED", 3]);
	});

	test("is gone from an address that was renewed or switched off, in the words of one that never was", async ({
		page,
		newVisitor,
	}) => {
		await markSome(page);
		const first = await switchOn(page);
		const nobody = await newVisitor();
		const fetchFeed = async (path: string) => {
			const response = await nobody.request.get(path);
			return [response.status(), await response.text(), response.headers()["x-robots-tag"]];
		};
		const renewNow = page.getByRole("button", { name: "Renew it now" });
		await expect(renewNow).toBeHidden();
		await page.getByText("Renew the address").click();
		await renewNow.click();
		await expect(page.getByRole("status").filter({ hasText: "Renewed" })).toBeVisible();
		const second = await feedPath(page);
		expect(second).not.toBe(first);
		expect((await nobody.request.get(second)).status()).toBe(200);
		const gone = [404, GONE, "noindex, nofollow"];
		expect(await fetchFeed(first)).toEqual(gone);
		for (const wrong of [
			"/calendar/x.ics",
			`/calendar/${"a".repeat(43)}.ics`,
			"/calendar/%00.ics",
			second.slice(0, -4),
		]) {
			expect(await fetchFeed(wrong), wrong).toEqual(gone);
		}
		await page.getByText("Switch off", { exact: true }).click();
		await page.getByRole("button", { name: "Switch it off now" }).click();
		await expect(page.getByRole("status").filter({ hasText: "Switched off" })).toBeVisible();
		expect(await fetchFeed(second)).toEqual(gone);
	});

	test("keeps its address when a guest signs up", async ({ page }) => {
		await markSome(page);
		const path = await switchOn(page);
		await expect(page.getByText("You are a guest")).toBeVisible();
		await signUp(page, newAccount());
		await page.goto(PAGE);
		await expect(page.getByText("You are a guest")).toHaveCount(0);
		expect(await feedPath(page)).toBe(path);
		expect((await page.request.get(path)).status()).toBe(200);
	});
});

test.describe("the page of the calendar", () => {
	test("offers the address to calendars, of the talks that one chooses", async ({ page, context }) => {
		await markSome(page);
		await switchOn(page);
		await page.getByRole("link", { name: "All marked talks" }).click();
		await expect(urlField(page)).toHaveValue(/\.ics\?marks=all$/);
		const plain = await urlField(page).inputValue();
		const webcal = plain.replace("http:", "webcal:");
		await expect(page.getByRole("link", { name: "Open in a calendar app" })).toHaveAttribute("href", webcal);
		await expect(page.getByRole("link", { name: "Add to Google Calendar" })).toHaveAttribute(
			"href",
			`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
		);
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.getByRole("button", { name: "Copy" }).click();
		await expect(page.getByText("Copied.")).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(plain);
	});

	test("has nothing that axe finds wrong, off and on, and fits a narrow screen", async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		const check = async () => {
			await expectNoFindings(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		};
		await page.goto(PAGE);
		await check();
		await markSome(page);
		await page.goto(PAGE);
		await check();
		await switchOn(page);
		await page.getByText("Renew the address").click();
		await check();
	});

	test.describe("without scripts", () => {
		test.use({ javaScriptEnabled: false });

		test("makes, renews and ends the address all the same", async ({ page, newVisitor, context }) => {
			const scripted = await newVisitor({ javaScriptEnabled: true });
			await markSome(scripted);
			await context.addCookies(await scripted.context().cookies());
			const first = await switchOn(page);
			await page.getByText("Renew the address").click();
			await page.getByRole("button", { name: "Renew it now" }).click();
			await expect(page.getByRole("status").filter({ hasText: "Renewed" })).toBeVisible();
			expect(await feedPath(page)).not.toBe(first);
			await page.getByText("Switch off", { exact: true }).click();
			await page.getByRole("button", { name: "Switch it off now" }).click();
			await expect(page.getByRole("button", { name: "Make a private address" })).toBeVisible();
		});
	});
});
