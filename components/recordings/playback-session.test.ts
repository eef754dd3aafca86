import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeBrowser, type Fate, failure, memoryStorage, portal, type Sent } from "@/lib/testing/fake-browser";
import { PlaybackSession } from "./playback-session";
import { removeSavedPositions } from "./saved-position";

const TALK = 7;
const KEY = "talkshelf.playback.7";

type Row = { position: number; duration: number | null; at: number };

/** The network with the server behind it, as far as one talk's recording goes. Its clock is an hour ahead. */
class FakeServer {
	row: Row | null = null;
	isAway = false;
	refuses = false;
	readonly puts: number[] = [];
	/** While set, answers wait for it. */
	held: Promise<void> | undefined;

	get now(): number {
		return Date.now() + 3_600_000;
	}

	readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
		expect(address).toBe(`/api/playback/${TALK}`);
		if (this.isAway) throw new TypeError("Failed to fetch");
		if (init.method !== "PUT") return Response.json({ playback: this.row, now: this.now });
		expect(init.keepalive).toBe(true);
		const { position, duration, age } = JSON.parse(String(init.body));
		this.puts.push(position);
		if (this.refuses) return Response.json({ message: "No." }, { status: 400 });
		const at = this.now - age;
		if (!this.row || at > this.row.at) this.row = { position, duration, at };
		await this.held;
		return Response.json({ ok: true });
	};
}

describe("a place in a recording", () => {
	let server: FakeServer;
	let storage: Storage;
	let page: { visibilityState: string };

	beforeEach(() => {
		vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") });
		server = new FakeServer();
		storage = memoryStorage();
		page = { visibilityState: "visible" };
		vi.stubGlobal("fetch", server.fetch);
		vi.stubGlobal("localStorage", storage);
		vi.stubGlobal("document", page);
		vi.stubGlobal("navigator", {});
	});

	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
	const place = (position: number, duration: number | null = 1800) => ({ position, duration });

	/** Plays from one second to another, a second at a time, telling it four times a second as browsers do. */
	async function play(session: PlaybackSession, from: number, to: number): Promise<void> {
		for (let quarter = from * 4; quarter <= to * 4; quarter++) {
			session.report(quarter / 4, 1800);
			await pass(250);
		}
	}

	it("is nowhere before anything was played", async () => {
		expect(await new PlaybackSession(TALK).load()).toBeNull();
	});

	it("is not kept of a glance", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		await play(session, 0, 9);
		session.flush();
		await pass(60_000);
		expect([server.puts, Object.keys(storage)]).toEqual([[], []]);
	});

	it("is told the server every ten seconds, and when the page is left", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		await play(session, 0, 35);
		expect(server.puts).toEqual([10, 20, 30]);
		session.flush();
		session.close();
		session.report(36, 1800);
		session.flush();
		await pass(60_000);
		expect(server.puts).toEqual([10, 20, 30, 35]);
		expect(await new PlaybackSession(TALK).load()).toEqual(place(35));
	});

	it("may be near the beginning for whoever goes back there", async () => {
		server.row = { ...place(900), at: server.now - 60_000 };
		const session = new PlaybackSession(TALK);
		expect(await session.load()).toEqual(place(900));
		session.report(2, 1800);
		await pass(0);
		expect(server.row).toMatchObject(place(2));
	});

	it("is kept in the browser at once, and told the server on the next page with the talk", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		server.isAway = true;
		await play(session, 10, 12);
		session.close();
		expect(await new PlaybackSession(TALK).load()).toEqual(place(12));
		server.isAway = false;
		await pass(60_000);
		expect(await new PlaybackSession(TALK).load()).toEqual(place(12));
		await pass(0);
		expect(server.row).toEqual({ ...place(12), at: server.now - 60_250 });
	});

	it("is told with what comes next where the server was away", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		server.isAway = true;
		await play(session, 10, 15);
		server.isAway = false;
		await play(session, 15.25, 19.75);
		expect(server.puts).toEqual([]);
		await play(session, 20, 21);
		expect(server.puts).toEqual([20]);
	});

	it("is the later of the server's and the browser's, whatever the browser's clock says", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		server.isAway = true;
		session.report(100, 1800);
		await pass(1_000);
		server.isAway = false;
		server.row = { ...place(200), at: server.now - 2_000 };
		expect(await new PlaybackSession(TALK).load()).toEqual(place(100));
		await pass(0);
		expect(server.row).toMatchObject(place(100));

		server.isAway = true;
		session.report(300, 1800);
		await pass(1_000);
		server.isAway = false;
		server.row = { ...place(400), at: server.now - 500 };
		expect(await new PlaybackSession(TALK).load()).toEqual(place(400));
		await pass(0);
		expect([server.row?.position, Object.keys(storage)]).toEqual([400, []]);
	});

	it("that was forgotten elsewhere is not brought back, and serves while the server does not answer", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		session.report(100, 1800);
		await pass(0);
		server.isAway = true;
		expect(await new PlaybackSession(TALK).load()).toEqual(place(100));
		server.isAway = false;
		server.row = null;
		expect(await new PlaybackSession(TALK).load()).toBeNull();
		expect([server.row, Object.keys(storage)]).toEqual([null, []]);
	});

	it("of a page that was left open and paused is no later than when it was paused", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		session.report(100, 1800);
		await pass(60_000);
		server.row = { ...place(500), at: server.now };
		await pass(60_000);
		session.report(100, 1800);
		session.flush();
		await pass(0);
		expect(server.row).toMatchObject(place(500));
	});

	it("is told once while one looks for a place, the last; at once where the page is left", async () => {
		const session = new PlaybackSession(TALK);
		await session.load();
		// Until the visitor is met, one waits for the other.
		session.report(50, 1800);
		await pass(0);
		let release = () => {};
		server.held = new Promise((resolve) => {
			release = resolve;
		});
		for (const position of [100, 200, 300, 400]) {
			session.report(position, 1800);
			session.flush();
			await pass(10);
		}
		expect(server.puts).toEqual([50, 100]);
		page.visibilityState = "hidden";
		session.flush();
		await pass(0);
		expect(server.puts).toEqual([50, 100, 400]);
		page.visibilityState = "visible";
		session.report(500, 1800);
		session.flush();
		release();
		await pass(0);
		expect(server.puts).toEqual([50, 100, 400, 500]);
	});

	it("is not told again where the server refuses it", async () => {
		server.refuses = true;
		const session = new PlaybackSession(TALK);
		await session.load();
		session.report(100, 1800);
		await pass(60_000);
		session.flush();
		await new PlaybackSession(TALK).load();
		await pass(0);
		expect(server.puts).toEqual([100]);
	});

	it("of somebody else with an account is not shown, nor told as one's own", async () => {
		const owner = { id: "ada", isGuest: false };
		storage[KEY] = JSON.stringify({ ...place(100), at: Date.now(), isSent: false, owner });
		expect(await new PlaybackSession(TALK).load()).toBeNull();
		await pass(0);
		expect(server.puts).toEqual([]);
		storage["talkshelf.note-owner"] = JSON.stringify(owner);
		expect(await new PlaybackSession(TALK).load()).toEqual(place(100));
	});

	it("is gone from the browser once one signed out", async () => {
		storage["talkshelf.other"] = "stays";
		const session = new PlaybackSession(TALK);
		await session.load();
		server.isAway = true;
		session.report(100, 1800);
		expect(Object.keys(storage)).toEqual(["talkshelf.other", KEY]);
		removeSavedPositions();
		expect(Object.keys(storage)).toEqual(["talkshelf.other"]);
	});

	it.each([
		["no JSON", "{"],
		["something else", '"here"'],
		["a place in words", '{"position":"1","duration":null,"at":1,"isSent":false}'],
	])("that is damaged in the browser is none: %s", async (_, text) => {
		storage[KEY] = text;
		expect(await new PlaybackSession(TALK).load()).toBeNull();
	});

	it("of an answer that is not the server's is not believed", async () => {
		const session = new PlaybackSession(TALK);
		session.report(100, null);
		vi.stubGlobal("fetch", async () => Response.json({ welcome: "to our hotel" }));
		expect(await session.load()).toEqual(place(100, null));
		session.report(101, null);
		await pass(20_000);
		vi.stubGlobal("fetch", server.fetch);
		session.flush();
		await pass(0);
		expect(server.row).toMatchObject(place(101, null));
	});
});

describe("a place in a recording, on its page", () => {
	let row: Row | null;
	let browser: FakeBrowser;

	beforeEach(() => {
		row = null;
		browser = new FakeBrowser(({ method, body }: Sent) => {
			if (method === "GET") return Response.json({ playback: row, now: Date.now() });
			const { position, duration, age } = body as { position: number; duration: number | null; age: number };
			const at = Date.now() - age;
			if (!row || at > row.at) row = { position, duration, at };
			return Response.json({ ok: true });
		});
	});

	afterEach(() => browser.close());

	async function open(tab = browser.openTab()) {
		const session = tab.run(() => new PlaybackSession(TALK));
		const loaded = tab.run(() => session.load());
		await browser.pass(100);
		tab.window.addEventListener("pagehide", () => session.flush());
		return { tab, place: await loaded, report: (position: number) => tab.run(() => session.report(position, 1800)) };
	}

	const puts = () => browser.writesTo(`/playback/${TALK}`).map(({ body }) => (body as Row).position);

	it.each<[string, Fate]>([
		["the request was lost", "is lost"],
		["the answer was lost", "its answer is lost"],
		["no answer came", "is never answered"],
		["the server failed", failure(503)],
		["it had too much to do", failure(429)],
		["a hotel's sign-in page came instead", portal()],
	])("is told with what comes next, and not before, where %s", async (_, fate) => {
		const page = await open();
		browser.nextFates.push(fate);
		page.report(100);
		await browser.pass(20_000);
		expect(puts()).toEqual([100]);
		page.report(101);
		await browser.pass(100);
		expect([puts(), row?.position]).toEqual([[100, 101], 101]);
	});

	it("outlives its page, and the next one goes on there", async () => {
		const before = await open();
		before.report(100);
		await browser.pass(100);
		before.report(105);
		const after = await open(before.tab.reload());
		expect([puts(), row?.position, after.place]).toEqual([[100, 105], 105, { position: 105, duration: 1800 }]);
		expect(browser.sent.filter(({ method }) => method === "PUT").every(({ keepalive }) => keepalive)).toBe(true);
	});

	it("that another tab was told later is where the next page goes on", async () => {
		const [first, second] = [await open(), await open()];
		first.report(100);
		await browser.pass(1_000);
		second.report(200);
		await browser.pass(1_000);
		expect((await open()).place?.position).toBe(200);
		expect(row?.position).toBe(200);
	});

	it.each(["full", "denied"] as const)(
		"is told the server all the same where the browser keeps nothing (%s)",
		async (storage) => {
			browser.storage = storage;
			const page = await open();
			page.report(100);
			await browser.pass(100);
			expect([row?.position, (await open()).place?.position]).toEqual([100, 100]);
		},
	);
});
