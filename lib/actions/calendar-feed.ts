"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/urls/paths";
import { disableFeed, enableFeed, renewFeed } from "@/lib/watchlist/calendar/mutations";

/** Makes the visitor's private address; one that is there stays. */
export async function enableCalendar(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	if (visitor) await enableFeed(db, visitor.id);
	redirectBack(visitor && "on");
}

/** Makes another: the old one stops at once. */
export async function renewCalendar(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	const isRenewed = visitor !== null && (await renewFeed(db, visitor.id, new Date())) === "renewed";
	redirectBack(isRenewed ? "renewed" : null);
}

/** Ends it. */
export async function disableCalendar(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	if (visitor) await disableFeed(db, visitor.id);
	redirectBack(visitor && "off");
}

/** The page says what was done, with scripts and without. */
function redirectBack(done: string | null): never {
	redirect(done ? `${paths.watchlistCalendar()}?done=${done}` : paths.watchlistCalendar());
}
