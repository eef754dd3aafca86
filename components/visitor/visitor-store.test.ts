import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { FakeBrowser, type Fate, failure, portal, type Sent, type Tab } from "@/lib/testing/fake-browser";
import { runs } from "@/lib/testing/property-runs";

type Press = { id: string; talkId: number; status: MarkStatus | null; at: number; owner?: string };
type Visitor = { id: string; isGuest: boolean; log: Press[] };

const [TIDES, RAIN, GONE] = [1, 2, 404];
const REFUSAL = "There is no such talk.";
const ENDED = "Not saved yet: your session has ended. Sign in again.";
const TRYING = "Not saved yet. Trying again…";

/** The server, as far as marks go: a press is kept once, by its id, and the latest of a talk is its mark. */
class FakeServer {
	readonly visitors: Visitor[] = [];
	/** Whose session the browser has. */
	visitor: Visitor | null = null;
	/** Milliseconds that its clock is ahead. */
	ahead = 0;
	/** What it says instead, to presses. */
	refusal: Response | undefined;

	signIn(id: string, isGuest = false): Visitor {
		this.visitor = this.visitors.find((each) => each.id === id) ?? { id, isGuest, log: [] };
		if (!this.visitors.includes(this.visitor)) this.visitors.push(this.visitor);
		return this.visitor;
	}

	readonly answer = ({ method, body }: Sent): Response => {
		if (method === "GET") {
			const visitor = this.visitor && { id: this.visitor.id, name: "", isGuest: this.visitor.isGuest, mayEdit: false };
			return Response.json({ visitor, now: Date.now() + this.ahead, marks: this.marks() });
		}
		if (this.refusal) return this.refusal.clone();
		const { presses } = body as { presses: Press[] };
		if (presses.some(({ owner }) => owner !== undefined && owner !== this.visitor?.id)) {
			return Response.json({ message: "Ended." }, { status: 401 });
		}
		const visitor = this.visitor ?? this.signIn(`guest ${this.visitors.length + 1}`, true);
		const known = presses.filter(({ talkId }) => talkId !== GONE);
		if (known.length === 0) return Response.json({ message: REFUSAL }, { status: 404 });
		for (const press of known) if (!visitor.log.some(({ id }) => id === press.id)) visitor.log.push(press);
		const pressed = new Set(known.map(({ talkId }) => talkId));
		return Response.json({
			marks: [...pressed].map((talkId) => [talkId, statusIn(visitor.log, talkId)]),
			refused: presses.filter(({ talkId }) => talkId === GONE).map(({ id }) => [id, REFUSAL]),
		});
	};

	/** The visitor's marks, by talk. */
	marks(log = this.visitor?.log ?? []): [talkId: number, status: MarkStatus][] {
		return [...new Set(log.map(({ talkId }) => talkId))].toSorted().flatMap((talkId) => {
			const status = statusIn(log, talkId);
			return status ? [[talkId, status]] : [];
		});
	}
}

function statusIn(log: readonly Press[], talkId: number): MarkStatus | null {
	const ofTalk = log.filter((press) => press.talkId === talkId).toSorted((a, b) => a.at - b.at);
	return ofTalk.at(-1)?.status ?? null;
}

describe("a mark", () => {
	let server: FakeServer;
	let browser: FakeBrowser;

	beforeEach(() => {
		server = new FakeServer();
		browser = new FakeBrowser(server.answer);
	});

	afterEach(() => browser.close());

	/** Opens a page; what is done on it is done by its own copy of the store. */
	async function openPage(tab: Tab = browser.openTab(), pathname = "/") {
		const store = await tab.load(() => import("./visitor-store"));
		tab.run(() => store.showVisitorAt(pathname));
		return {
			tab,
			press: (talkId: number, status: MarkStatus | null) => tab.run(() => store.setMark(talkId, status)),
			pressAll: (talkIds: readonly number[], status: MarkStatus) =>
				tab.run(() => store.setMarks(talkIds.map((talkId) => ({ talkId, status })))),
			undo: () => tab.run(store.undoLast),
			forget: () => tab.run(() => store.forgetVisitor(store.currentVisitor()?.id)),
			goTo: (path: string) => tab.run(() => store.showVisitorAt(path)),
			markOf: store.markOf,
			problemOf: store.problemOf,
			stuck: store.countStuck,
			waiting: store.countPending,
			visitor: store.currentVisitor,
			onceSettled: store.whenSynced,
		};
	}

	type Page = Awaited<ReturnType<typeof openPage>>;

	async function openKnown(): Promise<Page> {
		server.signIn("ada");
		const page = await openPage();
		await browser.pass(100);
		return page;
	}

	const presses = () => browser.writesTo("/api/marks");
	/** What each request brought, as `talk status`. */
	const pressed = () =>
		presses().map(({ body }) => (body as { presses: Press[] }).presses.map((each) => `${each.talkId} ${each.status}`));
	const waitingKeys = () => Object.keys(browser.localStorage);

	it("is not known before the server told it, and then is what the server has", async () => {
		server.signIn("ada").log.push({ id: "a", talkId: TIDES, status: "WATCHED", at: 1 });
		const page = await openPage();
		expect([page.markOf(TIDES), page.markOf(RAIN), page.visitor()]).toEqual([undefined, undefined, undefined]);
		await browser.pass(100);
		expect([page.markOf(TIDES), page.markOf(RAIN), page.visitor()?.id]).toEqual(["WATCHED", null, "ada"]);
	});

	it("shows and is in the browser at once, is sent once, and then kept by the server alone", async () => {
		const page = await openKnown();
		page.press(TIDES, "MUST_SEE");
		expect(page.markOf(TIDES)).toBe("MUST_SEE");
		expect(waitingKeys()).toHaveLength(1);
		expect(presses()).toEqual([]);
		await browser.pass(60_000);
		expect(pressed()).toEqual([["1 MUST_SEE"]]);
		expect([server.marks(), waitingKeys(), page.problemOf(TIDES)]).toEqual([[[TIDES, "MUST_SEE"]], [], undefined]);
	});

	it("is the last one pressed, and those pressed before the page is drawn go together", async () => {
		const page = await openKnown();
		for (const status of ["MUST_SEE", "WATCHED", null, "MISSED"] as const) page.press(TIDES, status);
		page.press(RAIN, "WATCHED");
		await browser.pass(1_000);
		expect(pressed()).toEqual([["1 MUST_SEE", "1 WATCHED", "1 null", "1 MISSED", "2 WATCHED"]]);
		expect(server.marks()).toEqual([
			[TIDES, "MISSED"],
			[RAIN, "WATCHED"],
		]);
	});

	it("that is pressed while another is under way is sent after it", async () => {
		const page = await openKnown();
		page.press(TIDES, "MUST_SEE");
		await browser.pass(20);
		page.press(TIDES, "WATCHED");
		await browser.pass(10);
		expect(page.markOf(TIDES)).toBe("WATCHED");
		await browser.pass(1_000);
		expect(pressed()).toEqual([["1 MUST_SEE"], ["1 WATCHED"]]);
		expect([page.markOf(TIDES), server.marks()]).toEqual(["WATCHED", [[TIDES, "WATCHED"]]]);
	});

	it("is sent a hundred at once where there are many", async () => {
		const page = await openKnown();
		page.pressAll(
			Array.from({ length: 230 }, (_, index) => 1_000 + index),
			"MISSED",
		);
		await browser.pass(1_000);
		expect(pressed().map(({ length }) => length)).toEqual([100, 100, 30]);
		expect(server.marks()).toHaveLength(230);
	});

	it.each<[string, Fate]>([
		["the request was lost", "is lost"],
		["the answer was lost after the server kept it", "its answer is lost"],
		["no answer came", "is never answered"],
		["the server failed", failure(500)],
		["it was down", failure(503)],
		["it had too much to do", failure(429)],
		["a hotel's sign-in page came instead", portal()],
		["an answer that is not the server's came instead", Response.json({ welcome: "to our hotel" })],
	])("is said to be not saved, tried again and kept once where %s", async (_, fate) => {
		const page = await openKnown();
		browser.nextFates.push(fate);
		page.press(TIDES, "MUST_SEE");
		page.press(RAIN, "MISSED");
		await browser.pass(fate === "is never answered" ? 15_500 : 500);
		expect([page.markOf(TIDES), page.problemOf(TIDES), page.stuck()]).toEqual(["MUST_SEE", TRYING, 2]);
		await browser.pass(1_000);
		expect([page.markOf(TIDES), page.problemOf(TIDES), page.stuck()]).toEqual(["MUST_SEE", undefined, 0]);
		expect(pressed()).toEqual([
			["1 MUST_SEE", "2 MISSED"],
			["1 MUST_SEE", "2 MISSED"],
		]);
		expect([server.visitor?.log.length, waitingKeys()]).toEqual([2, []]);
	});

	it("is tried again ever more seldom, and soon after the next failure that follows an answer", async () => {
		const page = await openKnown();
		browser.fate = ({ method }) => (method === "GET" ? "arrives" : failure(503));
		page.press(TIDES, "MUST_SEE");
		await browser.pass(100);
		const counts = [presses().length];
		for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
			await browser.pass(seconds * 1_000 + 20);
			counts.push(presses().length);
		}
		expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		browser.fate = () => "arrives";
		await browser.pass(30_000);
		browser.nextFates.push("is lost");
		page.press(RAIN, "MISSED");
		await browser.pass(1_500);
		expect(server.marks()).toHaveLength(2);
	});

	it("that the server refuses is taken back with the reason, until it is pressed again", async () => {
		const page = await openKnown();
		page.press(TIDES, "WATCHED");
		await browser.pass(1_000);
		server.refusal = Response.json({ message: REFUSAL }, { status: 404 });
		page.press(TIDES, "MUST_SEE");
		page.press(RAIN, "MISSED");
		await browser.pass(60_000);
		expect([page.markOf(TIDES), page.markOf(RAIN)]).toEqual(["WATCHED", null]);
		expect(page.problemOf(TIDES)).toBe("Not saved: There is no such talk.");
		expect([presses().length, waitingKeys()]).toEqual([2, []]);
		server.refusal = undefined;
		page.press(RAIN, "MISSED");
		expect([page.markOf(RAIN), page.problemOf(RAIN)]).toEqual(["MISSED", undefined]);
		await browser.pass(1_000);
		expect(server.marks()).toEqual([
			[TIDES, "WATCHED"],
			[RAIN, "MISSED"],
		]);
	});

	it("of a talk that is gone is refused, and what was pressed with it is kept", async () => {
		const page = await openKnown();
		page.press(TIDES, "WATCHED");
		page.press(GONE, "WATCHED");
		await browser.pass(1_000);
		expect([page.markOf(TIDES), page.problemOf(TIDES)]).toEqual(["WATCHED", undefined]);
		expect([page.markOf(GONE), page.problemOf(GONE)]).toEqual([null, `Not saved: ${REFUSAL}`]);
	});

	it("is sent as soon as the device is online again", async () => {
		const page = await openKnown();
		browser.goOffline();
		page.press(TIDES, "MUST_SEE");
		await browser.pass(10_000);
		expect(page.problemOf(TIDES)).toBe(TRYING);
		browser.goOnline();
		await browser.pass(100);
		expect([server.marks(), page.problemOf(TIDES)]).toEqual([[[TIDES, "MUST_SEE"]], undefined]);
	});

	it("that was not sent stands on the page after a reload, which sends it", async () => {
		const before = await openKnown();
		browser.goOffline();
		before.press(TIDES, "MUST_SEE");
		before.press(RAIN, "MISSED");
		await browser.pass(500);
		const after = await openPage(before.tab.reload());
		expect([after.markOf(TIDES), after.markOf(RAIN)]).toEqual(["MUST_SEE", "MISSED"]);
		await browser.pass(500);
		expect([after.problemOf(TIDES), after.stuck()]).toEqual([TRYING, 2]);
		browser.goOnline();
		await browser.pass(500);
		expect(pressed()).toEqual([["1 MUST_SEE", "2 MISSED"]]);
		expect([server.marks().length, after.stuck(), waitingKeys()]).toEqual([2, 0, []]);
	});

	it("that the server kept just before a reload is not kept twice", async () => {
		const before = await openKnown();
		before.press(TIDES, "MUST_SEE");
		await browser.pass(35);
		before.tab.crash();
		expect(server.marks()).toHaveLength(1);
		await openPage();
		await browser.pass(1_000);
		expect([presses().length, server.visitor?.log.length, waitingKeys()]).toEqual([2, 1, []]);
	});

	it("outlives its page where that is left at once", async () => {
		const page = await openKnown();
		page.press(TIDES, "MUST_SEE");
		page.tab.close();
		await browser.pass(100);
		expect(presses()).toEqual([expect.objectContaining({ keepalive: true })]);
		expect(server.marks()).toEqual([[TIDES, "MUST_SEE"]]);
	});

	it("of a new guest who leaves the page at once is sent by the next one", async () => {
		const before = await openPage();
		await browser.pass(100);
		before.press(TIDES, "MUST_SEE");
		const after = await openPage(before.tab.reload());
		expect(after.markOf(TIDES)).toBe("MUST_SEE");
		await browser.pass(100);
		expect([server.marks(), presses().length]).toEqual([[[TIDES, "MUST_SEE"]], 1]);
	});

	it("is sent at once from a page that is hidden", async () => {
		const page = await openKnown();
		page.tab.hide();
		page.press(TIDES, "MUST_SEE");
		await browser.pass(0);
		expect(pressed()).toEqual([["1 MUST_SEE"]]);
	});

	it("is on the server's clock, and later than the one before", async () => {
		server.ahead = 3_600_000;
		const page = await openKnown();
		const now = Date.now() + server.ahead;
		page.press(TIDES, "MUST_SEE");
		page.press(TIDES, "WATCHED");
		await browser.pass(1_000);
		// About: the answer that told the time was under way.
		const [first = 0, second = 0] = server.visitor?.log.map(({ at }) => at) ?? [];
		expect(Math.abs(first - now)).toBeLessThan(100);
		expect(second).toBe(first + 1);
	});

	it("is not taken back by an answer that was asked for before it, nor by one about another page", async () => {
		const page = await openKnown();
		page.goTo("/conferences/harbour");
		await browser.pass(12);
		page.goTo("/conferences/harbour/talks");
		page.press(TIDES, "MUST_SEE");
		await browser.pass(12);
		expect(page.markOf(TIDES)).toBe("MUST_SEE");
		await browser.pass(1_000);
		expect([page.markOf(TIDES), browser.sent.map(({ url }) => url)]).toEqual([
			"MUST_SEE",
			["/api/visitor", "/api/visitor?conference=harbour", "/api/visitor?conference=harbour", "/api/marks"],
		]);
	});

	it("is what the server confirmed where an answer comes late that does not know of it", async () => {
		const page = await openKnown();
		page.press(TIDES, "MUST_SEE");
		await browser.pass(15);
		// Answered before the press arrives, and heard after it was confirmed.
		const stale = Response.json({ visitor: { id: "ada", name: "", isGuest: false }, now: Date.now(), marks: [] });
		browser.fate = ({ method }) => (method === "GET" ? stale : "arrives");
		page.goTo("/");
		await browser.pass(200);
		expect(page.markOf(TIDES)).toBe("MUST_SEE");
	});

	it("of another page is asked for again until the server answers", async () => {
		server.signIn("ada").log.push({ id: "a", talkId: TIDES, status: "WATCHED", at: 1 });
		browser.goOffline();
		const page = await openPage();
		await browser.pass(500);
		expect(page.markOf(TIDES)).toBeUndefined();
		browser.goOnline();
		await browser.pass(1_000);
		expect(page.markOf(TIDES)).toBe("WATCHED");
	});

	it("of a new visitor makes one guest, whom the page then knows", async () => {
		const page = await openPage();
		await browser.pass(100);
		expect(page.visitor()).toBeNull();
		page.press(TIDES, "MUST_SEE");
		await browser.pass(20);
		page.press(RAIN, "MISSED");
		await browser.pass(1_000);
		expect([server.visitors.length, page.visitor()?.id]).toEqual([1, "guest 1"]);
		expect(server.marks()).toHaveLength(2);
	});

	it("tells once, to whoever waits for it, that the server has all of them", async () => {
		const page = await openKnown();
		const told: number[] = [];
		page.press(TIDES, "MUST_SEE");
		page.onceSettled((marks) => told.push(marks.size));
		browser.nextFates.push("is lost");
		await browser.pass(500);
		expect(told).toEqual([]);
		await browser.pass(5_000);
		page.press(RAIN, "MISSED");
		await browser.pass(5_000);
		expect(told).toEqual([1]);
	});

	describe("in two tabs", () => {
		async function openTwo(): Promise<[Page, Page]> {
			const first = await openKnown();
			const second = await openPage();
			await browser.pass(100);
			return [first, second];
		}

		it("shows in both, and is sent by one", async () => {
			const [first, second] = await openTwo();
			first.press(TIDES, "MUST_SEE");
			await browser.pass(1);
			expect(second.markOf(TIDES)).toBe("MUST_SEE");
			await browser.pass(60_000);
			expect([first.markOf(TIDES), second.markOf(TIDES), pressed()]).toEqual([
				"MUST_SEE",
				"MUST_SEE",
				[["1 MUST_SEE"]],
			]);
		});

		it("is sent by the one that stays where the other was closed, in the order of the presses", async () => {
			const [first, second] = await openTwo();
			browser.goOffline();
			first.press(TIDES, "MUST_SEE");
			await browser.pass(20);
			second.press(TIDES, "WATCHED");
			await browser.pass(20);
			first.press(RAIN, "MISSED");
			await browser.pass(500);
			expect([first.stuck(), first.markOf(TIDES), second.markOf(RAIN)]).toEqual([3, "WATCHED", "MISSED"]);
			first.tab.close();
			browser.goOnline();
			await browser.pass(60_000);
			expect(pressed()).toEqual([["1 MUST_SEE", "1 WATCHED", "2 MISSED"]]);
			expect(server.marks()).toEqual([
				[TIDES, "WATCHED"],
				[RAIN, "MISSED"],
			]);
		});

		it("is kept once though both send it when the device is online again", async () => {
			const [first, second] = await openTwo();
			browser.goOffline();
			first.press(TIDES, "MUST_SEE");
			await browser.pass(500);
			expect(second.markOf(TIDES)).toBe("MUST_SEE");
			browser.goOnline();
			await browser.pass(5_000);
			expect([server.visitor?.log.length, waitingKeys()]).toEqual([1, []]);
			expect([first.stuck(), second.stuck()]).toEqual([0, 0]);
		});

		it("is the later one in both, though each heard of the other's after its own", async () => {
			const [first, second] = await openTwo();
			browser.goOffline();
			first.press(TIDES, "MUST_SEE");
			vi.setSystemTime(Date.now() + 1);
			second.press(TIDES, "WATCHED");
			await browser.pass(500);
			expect([first.markOf(TIDES), second.markOf(TIDES)]).toEqual(["WATCHED", "WATCHED"]);
		});

		it("is in both what the server says where another device was later, or it refuses", async () => {
			const [first, second] = await openTwo();
			server.visitor?.log.push({ id: "phone", talkId: TIDES, status: "WATCHED", at: Date.now() + 60_000 });
			first.press(TIDES, "MUST_SEE");
			first.press(GONE, "MISSED");
			await browser.pass(1_000);
			expect([first.markOf(TIDES), first.markOf(GONE)]).toEqual(["WATCHED", null]);
			expect([second.markOf(TIDES), second.markOf(GONE)]).toEqual(["WATCHED", null]);
		});

		it.each([true, false])("makes one guest of a new visitor (with locks: %s)", async (hasLocks) => {
			browser.hasLocks = hasLocks;
			const [first, second] = [await openPage(), await openPage()];
			await browser.pass(100);
			first.press(TIDES, "MUST_SEE");
			if (hasLocks) second.press(RAIN, "MISSED");
			await browser.pass(1_000);
			if (!hasLocks) second.press(RAIN, "MISSED");
			await browser.pass(1_000);
			expect(server.visitors.map(({ id }) => id)).toEqual(["guest 1"]);
			expect(server.marks()).toHaveLength(2);
		});
	});

	describe("where the browser keeps nothing", () => {
		it.each(["full", "denied"] as const)(
			"is sent all the same, from the page it was pressed on (%s)",
			async (storage) => {
				browser.storage = storage;
				const page = await openKnown();
				browser.goOffline();
				page.press(TIDES, "MUST_SEE");
				await browser.pass(500);
				expect([page.markOf(TIDES), page.problemOf(TIDES), page.stuck()]).toEqual(["MUST_SEE", TRYING, 1]);
				browser.goOnline();
				await browser.pass(500);
				expect(server.marks()).toEqual([[TIDES, "MUST_SEE"]]);
				page.press(RAIN, "MISSED");
				page.tab.close();
				await browser.pass(500);
				expect(server.marks()).toHaveLength(2);
				expect(page.undo()).toBe(0);
			},
		);
	});

	it("passes over what is damaged or somebody else's in the browser's storage", async () => {
		for (const [key, text] of [
			["talkshelf.press.a", "{"],
			["talkshelf.press.b", "[]"],
			["talkshelf.press.c", '["1","MISSED",1]'],
			["talkshelf.press.d", '[1,"SEEN",1]'],
			["talkshelf.press.e", "null"],
			["talkshelf.skip.1", "true"],
			["other", "1"],
		] as const) {
			browser.localStorage.setItem(key, text);
		}
		const page = await openKnown();
		await browser.pass(1_000);
		expect([presses(), page.markOf(TIDES)]).toEqual([[], null]);
	});

	describe("undone", () => {
		it("is what it was, step by step and many at once, after a reload too", async () => {
			const before = await openKnown();
			before.press(TIDES, "MUST_SEE");
			before.press(TIDES, "WATCHED");
			before.pressAll([TIDES, RAIN], "MISSED");
			await browser.pass(500);
			const page = await openPage(before.tab.reload());
			await browser.pass(500);
			expect(page.undo()).toBe(2);
			expect([page.markOf(TIDES), page.markOf(RAIN)]).toEqual(["WATCHED", null]);
			expect([page.undo(), page.markOf(TIDES)]).toEqual([1, "MUST_SEE"]);
			expect([page.undo(), page.markOf(TIDES), page.undo()]).toEqual([1, null, 0]);
			await browser.pass(500);
			expect(server.marks()).toEqual([]);
		});

		it("is only what this tab did", async () => {
			const first = await openKnown();
			const second = await openPage();
			await browser.pass(100);
			first.press(TIDES, "MUST_SEE");
			await browser.pass(500);
			expect(second.undo()).toBe(0);
		});

		it("is not what was pressed before it was known what it was", async () => {
			server.signIn("ada");
			const page = await openPage();
			page.press(TIDES, "MUST_SEE");
			await browser.pass(500);
			expect(page.undo()).toBe(0);
		});
	});

	describe("of somebody who is gone", () => {
		it("is gone from the browser, too, where they signed out", async () => {
			const page = await openKnown();
			page.press(TIDES, "WATCHED");
			await browser.pass(500);
			browser.goOffline();
			page.press(RAIN, "MISSED");
			page.forget();
			expect([waitingKeys(), page.tab.run(() => Object.keys(sessionStorage))]).toEqual([[], []]);
			browser.goOnline();
			await browser.pass(60_000);
			expect(server.marks()).toEqual([[TIDES, "WATCHED"]]);
		});

		it("waits where their session had ended, says so, and is sent once they are back", async () => {
			const page = await openKnown();
			server.visitor = null;
			page.press(TIDES, "MUST_SEE");
			await browser.pass(60_000);
			expect([page.markOf(TIDES), page.problemOf(TIDES), page.stuck()]).toEqual(["MUST_SEE", ENDED, 1]);
			expect([presses().length, server.visitors.map(({ id }) => id)]).toEqual([1, ["ada"]]);
			const after = await openPage(page.tab.reload());
			await browser.pass(100);
			expect([after.markOf(TIDES), after.problemOf(TIDES), after.waiting()]).toEqual(["MUST_SEE", ENDED, 0]);
			// What somebody presses meanwhile whom nobody knows is a guest's.
			after.press(RAIN, "MISSED");
			await browser.pass(100);
			expect(server.visitors.map(({ id, log }) => [id, log.length])).toEqual([
				["ada", 0],
				["guest 2", 1],
			]);
			const ada = server.signIn("ada");
			after.goTo("/");
			await browser.pass(100);
			expect([ada.log.length, after.problemOf(TIDES), after.stuck(), waitingKeys()]).toEqual([1, undefined, 0, []]);
		});

		it("is never sent as that of who signs in instead, who neither sees nor drops it", async () => {
			const page = await openKnown();
			browser.goOffline();
			page.press(TIDES, "MUST_SEE");
			await browser.pass(500);
			const eve = server.signIn("eve");
			browser.goOnline();
			// The page that it was pressed on does not know yet who is signed in.
			await browser.pass(60_000);
			const next = await openPage();
			expect(next.tab.run(next.waiting)).toBe(1);
			await browser.pass(60_000);
			for (const each of [page, next]) expect([each.markOf(TIDES), each.waiting(), each.stuck()]).toEqual([null, 0, 0]);
			next.press(RAIN, "WATCHED");
			await browser.pass(500);
			expect(eve.log.map(({ talkId }) => talkId)).toEqual([RAIN]);
			next.forget();
			// And the one who pressed it has it, once back.
			const ada = server.signIn("ada");
			const back = await openPage(next.tab.reload());
			expect(back.markOf(TIDES)).toBe("MUST_SEE");
			await browser.pass(60_000);
			expect([ada.log.map(({ talkId }) => talkId), eve.log.length, waitingKeys()]).toEqual([[TIDES], 1, []]);
		});

		it("is that of the account that a guest becomes", async () => {
			server.signIn("guest 1", true);
			const before = await openPage();
			await browser.pass(100);
			browser.goOffline();
			before.press(TIDES, "MUST_SEE");
			const ada = server.signIn("ada");
			browser.goOnline();
			await openPage(before.tab.reload());
			await browser.pass(500);
			expect(ada.log).toHaveLength(1);
		});
	});

	describe("whatever happens", () => {
		const tab = fc.nat({ max: 1 });
		const step = fc.oneof(
			{
				weight: 4,
				arbitrary: fc.tuple(fc.constant("press"), tab, fc.nat({ max: 2 }), fc.constantFrom(null, ...MARK_STATUSES)),
			},
			fc.tuple(fc.constant("wait"), fc.constantFrom(5, 15, 30, 300, 1_500)),
			fc.tuple(fc.constantFrom("reload", "crash"), tab),
			fc.tuple(fc.constant("lose"), fc.constantFrom("is lost", "its answer is lost", failure(503))),
			fc.tuple(fc.constantFrom("offline", "online")),
		);

		it("ends as what was pressed last, and every press is kept once", async () => {
			browser.close();
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
					server = new FakeServer();
					browser = new FakeBrowser(server.answer);
					try {
						const pages = [await openPage(), await openPage()];
						const last = new Map<number, MarkStatus | null>();
						let count = 0;
						for (const [kind, a, talkId, status] of steps as [string, never, number, MarkStatus | null][]) {
							const page = pages[a] as Page;
							if (kind === "press") {
								page.press(talkId, status);
								last.set(talkId, status);
								count++;
								expect(page.markOf(talkId)).toBe(status);
								// No hand presses in two tabs within a few milliseconds.
								await browser.pass(5);
							} else if (kind === "wait") await browser.pass(a);
							else if (kind === "reload") pages[a] = await openPage(page.tab.reload());
							else if (kind === "lose") browser.nextFates.push(a);
							else if (kind === "offline") browser.goOffline();
							else if (kind === "online") browser.goOnline();
							else {
								page.tab.crash();
								pages[a] = await openPage();
							}
						}
						browser.nextFates.length = 0;
						browser.goOnline();
						await browser.pass(70_000);
						const expected = [...last].filter(([, status]) => status !== null).toSorted(([a], [b]) => a - b);
						expect([server.marks(), waitingKeys(), server.visitor?.log.length ?? 0]).toEqual([expected, [], count]);
						for (const page of pages)
							for (const [talkId, status] of last) expect(page.markOf(talkId) ?? null).toBe(status);
					} finally {
						browser.close();
					}
				}),
				runs(60),
			);
		});
	});
});
