import type { Browser, BrowserContextOptions } from "@playwright/test";
import { type Account, administrator } from "@/e2e/accounts";
import type { Shelf, Viewer } from "@/e2e/every-page";
import { enter, seedVisitor } from "@/e2e/seed-visitor";
import type { Server } from "../served/server";
import type { SeededSchedule } from "./stock";

/** What a browser has to know to be somebody's. */
export type Viewers = Readonly<Record<Viewer, BrowserContextOptions["storageState"]>>;

const READER: Account = { name: "Ada Lindqvist", email: "ada@example.org", password: "reads all of them" };
const NEWCOMER: Account = { name: "Noor", email: "noor@example.org", password: "has read none of them" };

/** Signs up everybody who looks at pages, and furnishes the shelf of the one who has one. */
export async function makeViewers(browser: Browser, server: Server, seeded: SeededSchedule) {
	// Whoever signs up first administers.
	const administratorState = await signUp(browser, server, administrator);
	const newcomer = await signUp(browser, server, NEWCOMER);
	const reader = await signUp(browser, server, READER);
	const context = await browser.newContext({ baseURL: server.origin, storageState: reader });
	const { talkIds, recordedId } = seeded;
	const furnished = await seedVisitor(context.request, { conference: seeded.shelf.conference, talkIds, recordedId });
	await context.close();
	const shelf: Shelf = { ...seeded.shelf, ...furnished };
	const viewers: Viewers = { reader, newcomer, administrator: administratorState, stranger: undefined };
	return { shelf, viewers };
}

async function signUp(browser: Browser, server: Server, account: Account) {
	const context = await browser.newContext({ baseURL: server.origin });
	await enter(context.request, "sign-up", account, server.origin);
	const state = await context.storageState();
	await context.close();
	return state;
}
