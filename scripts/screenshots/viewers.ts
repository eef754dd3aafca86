import type { Browser, BrowserContextOptions } from "@playwright/test";
import { type Account, administrator } from "../../e2e/accounts";
import type { Shelf, Viewer } from "../../e2e/every-page";
import { enter, furnish } from "../../e2e/furnish";
import type { Server } from "../served/server";
import type { Stock } from "./stock";

/** What a browser has to know to be somebody's. */
export type Viewers = Readonly<Record<Viewer, BrowserContextOptions["storageState"]>>;

const READER: Account = { name: "Ada Lindqvist", email: "ada@example.org", password: "reads all of them" };
const NEWCOMER: Account = { name: "Noor", email: "noor@example.org", password: "has read none of them" };

/** Signs up everybody who looks at pages, and furnishes the shelf of the one who has one. */
export async function makeViewers(browser: Browser, server: Server, stock: Stock) {
	// Whoever signs up first administers.
	const keeper = await signedUp(browser, server, administrator);
	const newcomer = await signedUp(browser, server, NEWCOMER);
	const reader = await signedUp(browser, server, READER);
	const context = await browser.newContext({ baseURL: server.origin, storageState: reader });
	const { talkIds, recordedId } = stock;
	const furnished = await furnish(context.request, { conference: stock.shelf.conference, talkIds, recordedId });
	await context.close();
	const shelf: Shelf = { ...stock.shelf, ...furnished };
	const viewers: Viewers = { reader, newcomer, administrator: keeper, stranger: undefined };
	return { shelf, viewers };
}

async function signedUp(browser: Browser, server: Server, account: Account) {
	const context = await browser.newContext({ baseURL: server.origin });
	await enter(context.request, "sign-up", account, server.origin);
	const state = await context.storageState();
	await context.close();
	return state;
}
