"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/talks/paths";
import { renewFeed, switchOffFeed, switchOnFeed } from "@/lib/watchlist/calendar/mutations";

/** Makes the visitor's private address; one that is there stays. */
export async function switchOn(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	if (visitor) await switchOnFeed(db, visitor.id);
	backTo(visitor && "on");
}

/** Makes another: the old one stops at once. */
export async function renew(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	const isRenewed = visitor !== null && (await renewFeed(db, visitor.id, new Date())) === "renewed";
	backTo(isRenewed ? "renewed" : null);
}

/** Ends it. */
export async function switchOff(): Promise<void> {
	const visitor = await currentVisitor(await headers());
	if (visitor) await switchOffFeed(db, visitor.id);
	backTo(visitor && "off");
}

/** The page says what was done, with scripts and without. */
function backTo(done: string | null): never {
	redirect(done ? `${paths.watchlistCalendar()}?done=${done}` : paths.watchlistCalendar());
}
