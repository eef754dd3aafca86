import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeBrowser, type Fate, failure, portal, type Sent } from "@/lib/testing/fake-browser";

const [TIDES, RAIN, GONE] = [1, 2, 404];

type Skips = { talkIds: number[]; skipped: boolean };

/** The server, as far as it knows what was put off. */
class FakeServer {
	/** Whose session it is; the first skip makes a guest. */
	visitor: string | null = "ada";
	readonly skipped = new Map<string, Set<number>>();

	readonly answer = ({ url, body }: Sent): Response => {
		if (url !== "/api/triage/skips") return Response.json({ visitor: null, now: Date.now(), marks: [] });
		const { talkIds, skipped } = body as Skips;
		if (talkIds.includes(GONE)) return Response.json({ message: "There is no such talk." }, { status: 404 });
		this.visitor ??= "guest";
		const theirs = this.skipped.get(this.visitor) ?? new Set();
		this.skipped.set(this.visitor, theirs);
		for (const talkId of talkIds) {
			if (skipped) theirs.add(talkId);
			else theirs.delete(talkId);
		}
		return Response.json({ skipped });
	};

	of(visitor = "ada"): number[] {
		return [...(this.skipped.get(visitor) ?? [])].toSorted();
	}
}

describe("a talk that is put off", () => {
	let server: FakeServer;
	let browser: FakeBrowser;

	beforeEach(() => {
		server = new FakeServer();
		browser = new FakeBrowser(server.answer);
	});

	afterEach(() => browser.close());

	async function openPage(tab = browser.openTab()) {
		const [store, storage] = await tab.load(() => Promise.all([import("./skip-store"), import("./skip-storage")]));
		tab.run(store.resumePendingSkips);
		return {
			tab,
			skip: (...talkIds: number[]) => tab.run(() => store.setSkipped(talkIds, true)),
			bringBack: (...talkIds: number[]) => tab.run(() => store.setSkipped(talkIds, false)),
			skipOf: store.skipOf,
			dropAll: () => tab.run(storage.removePendingSkips),
		};
	}

	const sent = () => browser.writesTo("/skips").map(({ body }) => body);
	const keptKeys = () => Object.keys(browser.localStorage);

	it("is shown and in the browser at once, is sent once, and is soon the server's alone", async () => {
		const page = await openPage();
		page.skip(TIDES);
		expect([page.skipOf(TIDES), page.skipOf(RAIN), keptKeys().length]).toEqual([true, undefined, 1]);
		await browser.pass(60_000);
		expect([sent(), server.of(), page.skipOf(TIDES)]).toEqual([[{ talkIds: [TIDES], skipped: true }], [TIDES], true]);
		expect(keptKeys()).toEqual([]);
	});

	it("and brought back while that is under way ends as it was pressed last", async () => {
		const page = await openPage();
		page.skip(TIDES, RAIN);
		await browser.pass(5);
		page.bringBack(TIDES);
		expect([page.skipOf(TIDES), page.skipOf(RAIN)]).toEqual([false, true]);
		await browser.pass(60_000);
		expect([server.of(), page.skipOf(TIDES), keptKeys()]).toEqual([[RAIN], false, []]);
	});

	it.each<[string, Fate]>([
		["the request was lost", "is lost"],
		["the answer was lost", "its answer is lost"],
		["no answer came", "is never answered"],
		["the server failed", failure(503)],
		["it had too much to do", failure(429)],
		["a hotel's sign-in page came instead", portal()],
		["an answer that is not the server's came instead", Response.json({ welcome: "to our hotel" })],
	])("is tried again where %s", async (_, fate) => {
		const page = await openPage();
		browser.nextFates.push(fate);
		page.skip(TIDES);
		await browser.pass(18_000);
		expect([sent().length, server.of(), page.skipOf(TIDES)]).toEqual([2, [TIDES], true]);
		await browser.pass(10_000);
		expect(keptKeys()).toEqual([]);
	});

	it("is sent by the next page where this one could not, and shown there at once", async () => {
		const before = await openPage();
		browser.goOffline();
		before.skip(TIDES);
		before.bringBack(RAIN);
		await browser.pass(500);
		const after = await openPage(before.tab.reload());
		expect([after.skipOf(TIDES), after.skipOf(RAIN)]).toEqual([true, false]);
		browser.goOnline();
		await browser.pass(30_000);
		expect([server.of(), keptKeys()]).toEqual([[TIDES], []]);
	});

	it("is sent as soon as the device is online again", async () => {
		const page = await openPage();
		browser.goOffline();
		page.skip(TIDES);
		await browser.pass(25_000);
		browser.goOnline();
		await browser.pass(100);
		expect(server.of()).toEqual([TIDES]);
	});

	it("is known to a page that was made before the server had it, and is on its way", async () => {
		const before = await openPage();
		before.skip(TIDES);
		await browser.pass(100);
		const after = await openPage(before.tab.reload());
		expect(after.skipOf(TIDES)).toBe(true);
	});

	it("outlives its page where that is left at once", async () => {
		const page = await openPage();
		page.skip(TIDES);
		await browser.pass(0);
		page.tab.close();
		await browser.pass(100);
		expect([browser.writesTo("/skips").map(({ keepalive }) => keepalive), server.of()]).toEqual([[true], [TIDES]]);
	});

	it("is not asked about again on this page where it is gone from the schedule, and the others are kept", async () => {
		const page = await openPage();
		page.skip(TIDES, GONE, RAIN);
		await browser.pass(60_000);
		expect([TIDES, GONE, RAIN].map(page.skipOf)).toEqual([true, true, true]);
		expect([server.of(), keptKeys()]).toEqual([[TIDES, RAIN], []]);
	});

	it("is the same in two tabs, and what was pressed last in either is what stays", async () => {
		const [first, second] = [await openPage(), await openPage()];
		browser.goOffline();
		first.skip(TIDES, RAIN);
		await browser.pass(100);
		expect([second.skipOf(TIDES), second.skipOf(RAIN)]).toEqual([true, true]);
		second.bringBack(TIDES);
		await browser.pass(100);
		expect(first.skipOf(TIDES)).toBe(false);
		browser.goOnline();
		await browser.pass(60_000);
		expect([server.of(), first.skipOf(TIDES), second.skipOf(TIDES), keptKeys()]).toEqual([[RAIN], false, false, []]);
	});

	it("makes one guest of a new visitor, in whichever tab", async () => {
		server.visitor = null;
		const [first, second] = [await openPage(), await openPage()];
		first.skip(TIDES);
		second.skip(RAIN);
		await browser.pass(1_000);
		expect([[...server.skipped.keys()], server.of("guest")]).toEqual([["guest"], [TIDES, RAIN]]);
	});

	it.each(["full", "denied"] as const)("is sent all the same where the browser keeps nothing (%s)", async (storage) => {
		browser.storage = storage;
		const page = await openPage();
		page.skip(TIDES);
		await browser.pass(100);
		expect([page.skipOf(TIDES), server.of()]).toEqual([true, [TIDES]]);
	});

	it("is gone from the browser once somebody signed out", async () => {
		const page = await openPage();
		browser.localStorage.setItem("talkshelf.other", "stays");
		browser.goOffline();
		page.skip(TIDES);
		page.dropAll();
		expect(keptKeys()).toEqual(["talkshelf.other"]);
	});

	// Nothing in the browser says whose it is: it is sent as that of whoever is signed in by then.
	it.fails("is never sent as that of who signs in instead", async () => {
		const page = await openPage();
		browser.goOffline();
		page.skip(TIDES);
		await browser.pass(100);
		page.tab.close();
		server.visitor = "eve";
		browser.goOnline();
		await openPage();
		await browser.pass(60_000);
		expect(server.of("eve")).toEqual([]);
	});
});
