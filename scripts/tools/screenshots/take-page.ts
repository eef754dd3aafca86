import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page, Request } from "@playwright/test";
import type { EveryPage, Shelf } from "@/e2e/every-page";
import type { Server } from "../served/server";
import type { Options, Width } from "./options";
import type { Viewers } from "./viewers";

/** Of a phone, a tablet, a laptop and a large screen. */
const HEIGHTS: Readonly<Record<Width, number>> = { 390: 844, 768: 1024, 1280: 800, 1920: 1080 };
/** Up to this width a screen is touched, and its scroll bars take no room. */
const MAX_TOUCH_WIDTH = 768;
const MAX_SCREENS = 2.5;

/** Wherever pictures are taken, they are the same; and not where most conferences are, so that both times are seen. */
const LOCALE = { locale: "en-GB", timezoneId: "Europe/London" };

/** For so long nothing was asked of the server where nothing is any more. */
const QUIET_MS = 400;
const MAX_WAIT_MS = 30_000;

/** The colours change in a moment, but not at once. */
const CHANGE_MS = 250;

type Setting = { readonly browser: Browser; readonly server: Server; readonly viewers: Viewers; readonly shelf: Shelf };

export type Taken = { readonly count: number; readonly problems: readonly string[] };

/** Takes the pictures of one page at every width and in every scheme that is asked for. */
export async function takePage(setting: Setting, each: EveryPage, options: Options): Promise<Taken> {
	const problems = new Set<string>();
	for (const width of options.widths) {
		const isTouched = width <= MAX_TOUCH_WIDTH;
		const context = await setting.browser.newContext({
			viewport: { width, height: HEIGHTS[width] },
			isMobile: isTouched,
			hasTouch: isTouched,
			storageState: setting.viewers[each.viewer],
			reducedMotion: "reduce",
			...LOCALE,
		});
		try {
			await takeAt(await openPage(setting, context, each, problems), each, width, options);
		} catch (error) {
			problems.add(`${width} px: ${error instanceof Error ? error.message : error}`);
		} finally {
			await context.close();
		}
	}
	return { count: options.widths.length * options.schemes.length, problems: [...problems] };
}

async function takeAt(page: Page, each: EveryPage, width: Width, { folder, schemes }: Options): Promise<void> {
	await drawAll(page);
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	const clip = { x: 0, y: 0, width, height: Math.min(height, Math.round(HEIGHTS[width] * MAX_SCREENS)) };
	for (const colorScheme of schemes) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await sleep(CHANGE_MS);
		const path = join(folder, `${each.name}.${width}.${colorScheme}.png`);
		await page.screenshot({ path, clip, fullPage: true });
	}
}

/** What is out of sight is not drawn, and a picture looks further down than the screen. */
async function drawAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync("* { content-visibility: visible !important }");
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
}

async function openPage(
	{ server, shelf }: Setting,
	context: BrowserContext,
	each: EveryPage,
	problems: Set<string>,
): Promise<Page> {
	const isOwn = (url: string) => new URL(url).origin === server.origin;
	// Recordings of elsewhere stay as they are before they come, here or where there is no internet.
	await context.route(
		(url) => /^https?:$/.test(url.protocol) && !isOwn(url.href),
		() => {},
	);
	const page = await context.newPage();
	const isExpected = (text: string) => each.route === null && / 404 /.test(text);
	context.on("console", (message) => {
		if (message.type() === "error" && !isExpected(message.text())) problems.add(message.text());
	});
	context.on("weberror", (error) => problems.add(String(error.error())));
	const whenQuiet = watchRequests(page, isOwn);
	const visitorResponse = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/visitor");
	// A recording that never comes holds up the event of a page that is loaded.
	const response = await page.goto(server.origin + each.path(shelf), { waitUntil: "domcontentloaded" });
	const isAsExpected = each.route === null ? response?.status() === 404 : response?.ok();
	if (!isAsExpected) throw new Error(`${response?.url()} answered ${response?.status()}.`);
	await visitorResponse;
	await whenQuiet();
	await page.evaluate(() => document.fonts.ready);
	return page;
}

function watchRequests(page: Page, isOwn: (url: string) => boolean): () => Promise<void> {
	const pendingRequests = new Set<Request>();
	let lastChange = performance.now();
	page.on("request", (request) => {
		if (request.method() === "GET" && isOwn(request.url())) pendingRequests.add(request);
		lastChange = performance.now();
	});
	const ended = (request: Request) => {
		pendingRequests.delete(request);
		lastChange = performance.now();
	};
	page.on("requestfinished", ended);
	page.on("requestfailed", ended);
	return async () => {
		const begin = performance.now();
		while (pendingRequests.size > 0 || performance.now() - lastChange < QUIET_MS) {
			if (performance.now() - begin > MAX_WAIT_MS) throw new Error("The page does not come to rest.");
			await sleep(50);
		}
	};
}
