import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { EVERY_PAGE, type EveryPage, type Shelf } from "./every-page";
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

for (const each of EVERY_PAGE) {
	test.describe(each.name, () => {
		test.use({ viewer: each.viewer, ...(each.route === null && { expectedProblems: NOT_FOUND }) });

		test.describe(() => {
			test.use({ viewport: PHONE, isMobile: true, hasTouch: true });

			test("fits a phone and a finger", async ({ page, furnished }) => {
				await visit(page, each, furnished.shelf);
				expect.soft(await shiftsOf(page), "What moved").toEqual([]);
				expect.soft(await smallTargets(page), "Small targets").toEqual([]);
				await page.setViewportSize(SMALLEST);
				expect(await sidewaysOf(page), "Pixels to scroll sideways at 320").toBe(0);
			});
		});

		test.describe(() => {
			test.use({ viewport: DESKTOP });

			test("has what everybody needs", async ({ page, furnished }) => {
				await visit(page, each, furnished.shelf);
				expect.soft(await shiftsOf(page), "What moved").toEqual([]);
				await expect.soft(page.getByRole("heading", { level: 1 })).toHaveCount(1);
				await expect.soft(page.getByRole("main")).toHaveCount(1);
				await expect.soft(page.locator("html")).toHaveAttribute("lang", "en");
				await expectNoFindings(page);
			});
		});
	});
}

/** Until it is known who looks, and nothing comes any more. */
async function visit(page: Page, { route, path }: EveryPage, shelf: Shelf): Promise<void> {
	await watchShifts(page);
	const known = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/visitor");
	const response = await page.goto(path(shelf), { waitUntil: "networkidle" });
	expect(response?.status()).toBe(route === null ? 404 : 200);
	await known;
}

function sidewaysOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
