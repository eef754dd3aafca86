import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page, Request, Response } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { EVERY_PAGE, type EveryPage } from "./every-page";
import { expect, test } from "./shelf";
import { shiftsOf, watchShifts } from "./shifts";
import { NOT_FOUND } from "./test";
import { smallTargets } from "./touch-targets";

const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };

test("the list of pages is that of the files", async () => {
	const files = await readdir("app", { recursive: true });
	const routes = files.filter((file) => /(?:^|[\\/])page\.tsx$/.test(file)).map((file) => dirname(file));
	const onDisk = routes.map((route) => (route === "." ? "" : route.replaceAll("\\", "/")));
	const listed = new Set(EVERY_PAGE.flatMap(({ route }) => route ?? []));
	expect([...listed].sort()).toEqual(onDisk.sort());
});

test("every page has a title of its own", async ({ playwright, furnished, baseURL }) => {
	const titles = new Map<string, string>();
	for (const { name, viewer, route, path } of EVERY_PAGE) {
		const isAgain = [...titles.values()].includes(String(route));
		if (route === null || isAgain) continue;
		const request = await playwright.request.newContext({ baseURL, storageState: furnished.viewers[viewer] });
		const html = await (await request.get(path(furnished.shelf))).text();
		await request.dispose();
		const [, title = ""] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
		expect.soft(title, name).not.toBe("");
		expect.soft(titles.get(title), `${name} is titled ${title}, as another`).toBeUndefined();
		titles.set(title, route);
	}
});

/** What the same pages look like where their texts are odd, or there are none. */
const AND_MORE: readonly EveryPage[] = [
	{ name: "talk-with-odd-texts", route: "", viewer: "reader", path: () => conference.talk(talks.hostile) },
	{ name: "talks-without-match", route: "", viewer: "reader", path: () => `${conference.talks}?q=zeppelin` },
];

for (const each of [...EVERY_PAGE, ...AND_MORE]) {
	test.describe(each.name, () => {
		test.use({ viewer: each.viewer, viewport: DESKTOP, ...(each.route === null && { expectedProblems: NOT_FOUND }) });

		test("fits a phone and a finger, and has what everybody needs", async ({ page, furnished }) => {
			const visit = await visitor(page);
			const phone = await page.context().newCDPSession(page);
			await phone.send("Emulation.setTouchEmulationEnabled", { enabled: true });
			await phone.send("Emulation.setDeviceMetricsOverride", { ...PHONE, deviceScaleFactor: 1, mobile: true });
			const response = await visit(() => page.goto(each.path(furnished.shelf)));
			expect(response?.status()).toBe(each.route === null ? 404 : 200);
			expect.soft(await shiftsOf(page), "What moved on a phone").toEqual([]);
			expect.soft(await smallTargets(page), "Small targets").toEqual([]);
			await phone.send("Emulation.setDeviceMetricsOverride", { ...SMALLEST, deviceScaleFactor: 1, mobile: true });
			expect.soft(await tooWideOf(page), "Wider than 320").toEqual({ sideways: 0, elements: [] });
			await phone.detach();

			await visit(() => page.reload());
			expect.soft(await shiftsOf(page), "What moved on a desk").toEqual([]);
			await expect.soft(page.getByRole("heading", { level: 1 })).toHaveCount(1);
			await expect.soft(page.getByRole("main")).toHaveCount(1);
			await expect.soft(page.locator("html")).toHaveAttribute("lang", "en");
			await expectNoFindings(page);
		});
	});
}

/**
 * Loads the page, and waits until it is known who looks, and all that was asked for thereupon has come and is drawn. Every
 * visit is the browser's first.
 */
async function visitor(page: Page): Promise<(load: () => Promise<Response | null>) => Promise<Response | null>> {
	const pending = new Set<Request>();
	page.on("request", (request) => pending.add(request));
	page.on("requestfinished", (request) => pending.delete(request));
	page.on("requestfailed", (request) => pending.delete(request));
	await page.addInitScript(() => {
		localStorage.clear();
		sessionStorage.clear();
	});
	await watchShifts(page);
	return async (load) => {
		const known = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/visitor");
		const response = await load();
		await known;
		await expect(async () => {
			const before = pending.size;
			await page.evaluate(untilIdle);
			expect(before + pending.size).toBe(0);
		}).toPass({ intervals: [20] });
		return response;
	};
}

async function untilIdle(): Promise<void> {
	await document.fonts.ready;
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	await new Promise((done) => requestIdleCallback(done));
}

/** By how many pixels the page can be scrolled sideways, and what is cut off at its edge. */
function tooWideOf(page: Page): Promise<{ sideways: number; elements: string[] }> {
	return page.evaluate(() => {
		const style = document.createElement("style");
		// What is off screen is not laid out otherwise.
		style.textContent = "* { content-visibility: visible !important; }";
		document.head.append(style);
		const { clientWidth, scrollWidth } = document.documentElement;
		const isInScroller = (element: Element): boolean => {
			const parent = element.parentElement;
			return parent !== null && (/auto|scroll/.test(getComputedStyle(parent).overflowX) || isInScroller(parent));
		};
		const elements = [...document.querySelectorAll("main *, header *")].filter(
			(element) => element.getBoundingClientRect().right > clientWidth + 1 && !isInScroller(element),
		);
		return {
			sideways: scrollWidth - clientWidth,
			elements: elements.map(({ tagName, className }) => `${tagName}.${className}`),
		};
	});
}
