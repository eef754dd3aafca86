import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";
import type { Server } from "../served/server";
import type { Visitor } from "./visitors";

/** For so long nothing has moved where nothing moves any more. */
const QUIET_MS = 500;

const SLOW_PROCESSOR = 4;
const SLOW_NETWORK = { latency: 400, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PHONE = { viewport: { width: 412, height: 915 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

export type Setup = {
	/** On a phone with a processor four times slower, and where said so a slow network. */
	readonly on: "desktop" | "slow phone" | "slow phone and network";
	readonly visitor?: Visitor;
	/** Of page/, run in the page before anything else. */
	readonly scripts?: readonly ("vitals.js" | "presses.js" | "transcript.js" | "preview.js" | "frames.js")[];
};

export type OpenPage = { readonly page: Page; readonly session: CDPSession };

/** Hands a blank page of a new visitor's browser, with nothing in its cache, to `work`. */
export async function withPage<Result>(
	browser: Browser,
	server: Server,
	setup: Setup,
	work: (open: OpenPage) => Promise<Result>,
): Promise<Result> {
	const context = await browser.newContext(setup.on === "desktop" ? DESKTOP : PHONE);
	try {
		await addCookies(context, server, setup.visitor);
		for (const script of setup.scripts ?? []) {
			await context.addInitScript({ path: fileURLToPath(new URL(`page/${script}`, import.meta.url)) });
		}
		const page = await context.newPage();
		page.setDefaultTimeout(90_000);
		const session = await context.newCDPSession(page);
		await session.send("Network.enable");
		if (setup.on !== "desktop") await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PROCESSOR });
		if (setup.on === "slow phone and network") {
			await session.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_NETWORK });
		}
		return await work({ page, session });
	} finally {
		await context.close();
	}
}

/**
 * Goes to an address and waits until its page has started, which it shows by asking who looks at it, and nothing moves
 * over the network any more.
 */
export async function visit({ page, session }: OpenPage, url: string): Promise<void> {
	const pendingRequests = new Set<string>();
	let lastChange = performance.now();
	const changed = (change: (requestId: string) => void) => (event: { requestId: string }) => {
		change(event.requestId);
		lastChange = performance.now();
	};
	// What a page sends once it is shown is not waited for: Chromium tells no end of requests that outlive their page.
	session.on("Network.requestWillBeSent", (event) => {
		if (event.request.method === "GET") changed((id) => pendingRequests.add(id))(event);
	});
	for (const end of ["Network.loadingFinished", "Network.loadingFailed"] as const) {
		session.on(
			end,
			changed((id) => pendingRequests.delete(id)),
		);
	}
	const started = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/visitor");
	const response = await page.goto(url);
	if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}.`);
	await started;
	while (pendingRequests.size > 0 || performance.now() - lastChange < QUIET_MS) await sleep(50);
}

async function addCookies(context: BrowserContext, server: Server, visitor: Visitor | undefined): Promise<void> {
	const cookies = visitor?.cookie.split("; ").map((cookie) => {
		const [name = "", ...value] = cookie.split("=");
		return { name, value: value.join("="), url: server.origin };
	});
	if (cookies) await context.addCookies(cookies);
}
