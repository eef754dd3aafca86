import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_STORAGE, NOT_SAVED, OFFLINE } from "@/components/notes/save-state";
import { FakeBrowser, type Fate, failure, portal, type Sent, type Tab } from "@/lib/testing/fake-browser";
import { runs } from "@/lib/testing/property-runs";
import { isSame } from "@/lib/writeups/is-same";
import { EMPTY_CONTENT, type WriteUpContent } from "@/lib/writeups/types";
import { addSection, removeSection } from "./edits";
import { countWriteUpDrafts, removeWriteUpDraftsOf } from "./write-up-drafts";
import { type StoredWriteUp, WriteUpSession, type WriteUpView } from "./write-up-session";

const ID = "0b9f2c1e";
const ada = { id: "ada", isGuest: false };
const eve = { id: "eve", isGuest: false };
const SAVED = { kind: "saved", at: expect.any(Number) };

/** The server, as far as one write-up goes. */
class FakeServer {
	stored: StoredWriteUp = {
		content: { ...EMPTY_CONTENT, title: "Tides", intro: "Begun." },
		options: null,
		revision: 1,
	};
	/** Whose session it is. */
	owner = ada.id;
	refusal: Response | undefined;

	/** As another device does. */
	write(change: Partial<WriteUpContent>): void {
		const { content, options, revision } = this.stored;
		this.stored = { content: { ...content, ...change }, options, revision: revision + 1 };
	}

	readonly answer = ({ method, body }: Sent): Response => {
		if (method === "GET") return Response.json({ writeUp: this.stored });
		if (this.refusal) return this.refusal.clone();
		const { baseRevision, owner, content, options } = body as StoredWriteUp & { baseRevision: number; owner: string };
		if (owner !== this.owner) return Response.json({ message: "The session has ended." }, { status: 401 });
		const isKept = isSame([content, options], [this.stored.content, this.stored.options]);
		if (!isKept && baseRevision !== this.stored.revision)
			return Response.json({ writeUp: this.stored }, { status: 409 });
		if (!isKept) this.stored = { content, options, revision: baseRevision + 1 };
		return Response.json({ revision: this.stored.revision, savedAt: new Date() });
	};
}

/** Opens a page with the write-up as the server has it. */
function openWriteUp(server: FakeServer, tab: Tab, owner = ada) {
	let view: WriteUpView | undefined;
	const session = new WriteUpSession(ID, owner, server.stored, (shown) => {
		view = shown;
	});
	tab.run(() => session.open());
	tab.window.addEventListener("pagehide", () => session.flush());
	const made = server.stored;
	return {
		tab,
		change: (change: (content: WriteUpContent) => WriteUpContent) =>
			tab.run(() => session.change((draft) => ({ ...draft, content: change(draft.content) }))),
		changeNothing: () => tab.run(() => session.change((draft) => draft)),
		write: (change: Partial<WriteUpContent>) =>
			tab.run(() => session.change((draft) => ({ ...draft, content: { ...draft.content, ...change } }))),
		content: () => view?.draft.content ?? made.content,
		state: () => view?.state ?? { kind: "idle" },
		close: () => tab.run(() => session.close()),
	};
}

describe("a write-up", () => {
	let server: FakeServer;
	let browser: FakeBrowser;

	beforeEach(() => {
		server = new FakeServer();
		browser = new FakeBrowser(server.answer);
	});

	afterEach(() => browser.close());

	async function open(tab = browser.openTab(), owner = ada) {
		const writeUp = openWriteUp(server, tab, owner);
		await browser.pass(100);
		return writeUp;
	}

	const puts = () => browser.writesTo(ID);
	const keptKeys = () => Object.keys(browser.localStorage);

	it("is in the browser with every change, is sent once when typing pauses, and then kept by the server alone", async () => {
		const writeUp = await open();
		writeUp.write({ intro: "One." });
		writeUp.write({ intro: "One, two." });
		expect([writeUp.content().intro, writeUp.state(), keptKeys().length]).toEqual(["One, two.", { kind: "saving" }, 1]);
		expect(puts()).toEqual([]);
		await browser.pass(60_000);
		expect(puts().map(({ body }) => (body as StoredWriteUp).content.intro)).toEqual(["One, two."]);
		expect([server.stored.content.intro, writeUp.state(), keptKeys()]).toEqual(["One, two.", SAVED, []]);
	});

	it("is not sent where nothing was changed", async () => {
		const writeUp = await open();
		writeUp.changeNothing();
		writeUp.close();
		await browser.pass(60_000);
		expect([puts(), keptKeys()]).toEqual([[], []]);
	});

	it("loses nothing that is typed while a save is under way", async () => {
		const writeUp = await open();
		writeUp.write({ intro: "First." });
		await browser.pass(810);
		writeUp.write({ intro: "First, and more." });
		await browser.pass(5_000);
		expect([server.stored.content.intro, server.stored.revision, writeUp.state()]).toEqual([
			"First, and more.",
			3,
			SAVED,
		]);
	});

	it.each<[string, Fate, string]>([
		["the request was lost", "is lost", OFFLINE],
		["the answer was lost after the server kept it", "its answer is lost", OFFLINE],
		["no answer came", "is never answered", OFFLINE],
		["the server failed", failure(500), NOT_SAVED],
		["it had too much to do", failure(429), NOT_SAVED],
		["a hotel's sign-in page came instead", portal(), OFFLINE],
		["an answer that is not the server's came instead", Response.json({ welcome: "to our hotel" }), NOT_SAVED],
	])("is said to be kept here, tried again and kept once where %s", async (_, fate, reason) => {
		const writeUp = await open();
		browser.nextFates.push(fate);
		writeUp.write({ intro: "Begun. Gone on." });
		await browser.pass(fate === "is never answered" ? 16_000 : 1_000);
		expect([writeUp.state(), writeUp.content().intro]).toEqual([{ kind: "waiting", reason }, "Begun. Gone on."]);
		await browser.pass(5_000);
		expect([writeUp.state(), puts().length, keptKeys()]).toEqual([SAVED, 2, []]);
		expect(server.stored).toMatchObject({ content: { intro: "Begun. Gone on." }, revision: 2 });
	});

	it("does not double what it sent where the answer was lost and more was typed since", async () => {
		const writeUp = await open();
		browser.nextFates.push("its answer is lost");
		writeUp.write({ intro: "Begun. Gone on.", tags: ["slip"] });
		await browser.pass(900);
		writeUp.write({ intro: "Begun. Rewritten.", tags: [] });
		await browser.pass(5_000);
		expect(writeUp.content()).toMatchObject({ intro: "Begun. Rewritten.", tags: [] });
		expect(server.stored.content).toEqual(writeUp.content());
	});

	it("does not either where the page was left before the answer, or another device wrote on it since", async () => {
		const before = await open();
		browser.nextFates.push("its answer is lost");
		before.write({ intro: "Begun. Gone on.", tags: ["slip"] });
		await browser.pass(900);
		before.write({ intro: "Begun. Rewritten.", tags: [] });
		before.tab.crash();
		server.write({ outro: "From the phone." });
		const after = await open();
		await browser.pass(5_000);
		expect(server.stored.content).toMatchObject({ intro: "Begun. Rewritten.", tags: [], outro: "From the phone." });
		expect([after.content(), keptKeys()]).toEqual([server.stored.content, []]);
	});

	it("is tried again ever more seldom, and at once when the device is online again", async () => {
		const writeUp = await open();
		browser.fate = ({ method }) => (method === "GET" ? "arrives" : failure(503));
		writeUp.write({ intro: "Mine." });
		await browser.pass(900);
		const counts = [puts().length];
		for (const seconds of [1, 2, 4, 8, 16, 30]) {
			await browser.pass(seconds * 1_000 + 20);
			counts.push(puts().length);
		}
		expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7]);
		browser.fate = () => "arrives";
		browser.goOnline();
		await browser.pass(100);
		expect([server.stored.content.intro, writeUp.state()]).toEqual(["Mine.", SAVED]);
	});

	it("that the server refuses stays as it is with the reason, also over a reload, until it is changed", async () => {
		const before = await open();
		server.refusal = Response.json({ message: "A talk of it is not here." }, { status: 400 });
		before.write({ intro: "Refused." });
		await browser.pass(60_000);
		const refused = { kind: "refused", reason: "A talk of it is not here." };
		expect([before.content().intro, before.state(), puts().length]).toEqual(["Refused.", refused, 1]);
		const after = await open(before.tab.reload());
		await browser.pass(1_000);
		expect([after.content().intro, after.state()]).toEqual(["Refused.", refused]);
		server.refusal = undefined;
		after.write({ intro: "Better." });
		await browser.pass(1_000);
		expect([server.stored.content.intro, after.state(), keptKeys()]).toEqual(["Better.", SAVED, []]);
	});

	it("that was made better while the server refused it is sent without another change", async () => {
		const writeUp = await open();
		browser.nextFates.push(Response.json({ message: "Too long." }, { status: 400 }));
		writeUp.write({ intro: "Too long." });
		await browser.pass(805);
		writeUp.write({ intro: "Short." });
		await browser.pass(5_000);
		expect([server.stored.content.intro, writeUp.state()]).toEqual(["Short.", SAVED]);
	});

	it("is sent when its page is left, and outlives it", async () => {
		const writeUp = await open();
		writeUp.write({ intro: "On my way out." });
		writeUp.tab.close();
		await browser.pass(1_000);
		expect([puts().map(({ keepalive }) => keepalive), server.stored.content.intro]).toEqual([[true], "On my way out."]);
		// Nobody heard that it was kept: the next page sees that nothing is missing.
		const after = await open();
		await browser.pass(1_000);
		expect([after.content().intro, server.stored.revision, keptKeys()]).toEqual(["On my way out.", 2, []]);
	});

	it("is sent when its editor is closed by a link, and what was typed while that was under way too", async () => {
		const writeUp = await open();
		writeUp.write({ intro: "First." });
		await browser.pass(805);
		writeUp.write({ intro: "First, and more." });
		writeUp.close();
		await browser.pass(5_000);
		expect([server.stored.content.intro, keptKeys()]).toEqual(["First, and more.", []]);
	});

	it("that is too long to outlive its page is there on the next one", async () => {
		const before = await open();
		const intro = "A long line of it. ".repeat(2_000).trim();
		before.write({ intro });
		const after = await open(before.tab.reload());
		await browser.pass(1_000);
		expect(after.content().intro).toBe(intro);
		expect(server.stored.content.intro).toBe(intro);
	});

	it("that was not sent is there after a reload, which sends it with what was written elsewhere", async () => {
		const before = await open();
		browser.goOffline();
		before.write({ intro: "Mine." });
		await browser.pass(1_000);
		server.write({ outro: "Theirs." });
		const after = await open(before.tab.reload());
		expect(after.content()).toMatchObject({ intro: "Mine.", outro: "Theirs." });
		browser.goOnline();
		await browser.pass(1_000);
		expect(server.stored.content).toMatchObject({ intro: "Mine.", outro: "Theirs." });
		expect([after.state(), keptKeys()]).toEqual([SAVED, []]);
	});

	it("loses nothing where the tab was closed while another device removed and changed other things", async () => {
		const section = { id: "s1", heading: "Mine", prose: "", items: [] };
		server.write({ sections: [{ id: "s0", heading: "Old", prose: "", items: [] }] });
		const before = await open();
		browser.goOffline();
		before.change((content) => addSection(content, section, 0));
		before.tab.crash();
		browser.goOnline();
		server.write({ sections: removeSection(server.stored.content, "s0").sections, tags: ["tides"] });
		await open();
		await browser.pass(1_000);
		expect(server.stored.content).toMatchObject({ sections: [section], tags: ["tides"] });
	});

	it("shows what was written elsewhere when somebody comes back to it, and merges what was typed at the same time", async () => {
		const writeUp = await open();
		server.write({ outro: "From the phone." });
		writeUp.tab.show();
		await browser.pass(100);
		expect([writeUp.content().outro, writeUp.state(), puts()]).toEqual(["From the phone.", { kind: "idle" }, []]);
		server.write({ title: "High tides" });
		writeUp.write({ intro: "Typed." });
		await browser.pass(2_000);
		const all = { title: "High tides", intro: "Typed.", outro: "From the phone." };
		expect([server.stored.content, writeUp.content()]).toEqual([expect.objectContaining(all), server.stored.content]);
	});

	it("shows at once what a page made before the last save did not know", async () => {
		const tab = browser.openTab();
		const page = openWriteUp(server, tab);
		server.write({ intro: "Sent as the last page was left." });
		await browser.pass(100);
		expect([page.content().intro, page.state()]).toEqual(["Sent as the last page was left.", { kind: "idle" }]);
	});

	describe("in two tabs", () => {
		it("has what both wrote, and neither's is sent twice or dropped by the other", async () => {
			const [first, second] = [await open(), await open()];
			first.write({ intro: "First." });
			second.write({ outro: "Second." });
			await browser.pass(5_000);
			first.tab.show();
			await browser.pass(100);
			expect(server.stored.content).toMatchObject({ intro: "First.", outro: "Second." });
			expect([first.content(), second.content()]).toEqual(Array(2).fill(server.stored.content));
			expect([keptKeys(), puts().length]).toEqual([[], 3]);
		});

		// The second takes over what the first keeps while that is still written on, as if its page were gone.
		it.fails("does not double what the second found kept and sent before the first did", async () => {
			const first = await open();
			first.write({ intro: "Begun. Gone on." });
			const second = await open();
			first.write({ intro: "Begun. Rewritten." });
			await browser.pass(5_000);
			expect([first.content().intro, second.content().intro]).toContain("Begun. Rewritten.");
			expect(server.stored.content.intro).toBe("Begun. Rewritten.");
		});

		it("keeps what the first could not send, also where the second has saved something", async () => {
			const first = await open();
			browser.goOffline();
			first.write({ intro: "First." });
			await browser.pass(1_000);
			first.tab.crash();
			const second = await open();
			expect(second.content().intro).toBe("First.");
			second.write({ outro: "Second." });
			browser.goOnline();
			await browser.pass(5_000);
			expect(server.stored.content).toMatchObject({ intro: "First.", outro: "Second." });
			expect(keptKeys()).toEqual([]);
		});
	});

	describe("where the browser keeps nothing", () => {
		it.each(["full", "denied"] as const)("says to stay until it is saved, and is (%s)", async (storage) => {
			browser.storage = storage;
			const writeUp = await open();
			writeUp.write({ intro: "Typed." });
			expect([writeUp.content().intro, writeUp.state()]).toEqual(["Typed.", { kind: "waiting", reason: NO_STORAGE }]);
			await browser.pass(1_000);
			expect([server.stored.content.intro, writeUp.state()]).toEqual(["Typed.", SAVED]);
		});
	});

	it.each(["{", "null", "[]", '{"owner":{"id":"ada","isGuest":false},"baseRevision":1,"draft":{},"base":{}}'])(
		"starts anew where what the browser kept is damaged: %s",
		async (text) => {
			browser.localStorage.setItem(`talkshelf.write-up.${ID}.x`, text);
			const writeUp = await open();
			expect([writeUp.content(), puts()]).toEqual([server.stored.content, []]);
		},
	);

	describe("of somebody whose session has ended", () => {
		/** Typed by Ada when her session had ended. */
		async function typeUnsigned() {
			const writeUp = await open();
			server.owner = "";
			writeUp.write({ intro: "Ada's." });
			await browser.pass(1_000);
			return writeUp;
		}

		it("says so, goes on to be kept, and is sent once they are back", async () => {
			const before = await typeUnsigned();
			expect(before.state()).toEqual({ kind: "ended" });
			before.write({ intro: "Ada's, still." });
			await browser.pass(60_000);
			expect([before.state(), before.content().intro, puts().length]).toEqual([{ kind: "ended" }, "Ada's, still.", 1]);
			server.owner = ada.id;
			const after = await open(before.tab.reload());
			await browser.pass(1_000);
			expect([server.stored.content.intro, after.state(), keptKeys()]).toEqual(["Ada's, still.", SAVED, []]);
		});

		it("is neither shown to nor sent by who signs in instead, and stays when they sign out", async () => {
			(await typeUnsigned()).tab.close();
			server.owner = eve.id;
			const other = await open(browser.openTab(), eve);
			await browser.pass(1_000);
			expect([other.content().intro, puts().length]).toEqual(["Begun.", 1]);
			other.tab.run(() => {
				expect([countWriteUpDrafts(eve), countWriteUpDrafts(ada)]).toEqual([0, 1]);
				removeWriteUpDraftsOf(eve);
				expect(countWriteUpDrafts(ada)).toBe(1);
				removeWriteUpDraftsOf(ada);
				expect(keptKeys()).toEqual([]);
			});
		});
	});

	describe("on two devices, whatever happens", () => {
		const device = fc.nat({ max: 1 });
		const step = fc.oneof(
			{ weight: 4, arbitrary: fc.tuple(fc.constantFrom("type", "rewrite", "tag"), device) },
			fc.tuple(fc.constant("wait"), device, fc.constantFrom(5, 15, 400, 1_000)),
			fc.tuple(fc.constantFrom("reload", "crash", "wake"), device),
			fc.tuple(fc.constant("lose"), device, fc.constantFrom("is lost", "its answer is lost", failure(503))),
		);

		it("holds all that was typed, once, on both and the server", async () => {
			browser.close();
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
					server = new FakeServer();
					server.stored = { content: EMPTY_CONTENT, options: null, revision: 1 };
					browser = new FakeBrowser(server.answer);
					const devices = [browser.newDevice(), browser.newDevice()];
					const openOn = (localStorage?: Storage) => openWriteUp(server, browser.openTab({ localStorage }));
					const pages = devices.map(openOn);
					try {
						const texts = ["", ""];
						const tags: string[] = [];
						for (const [index, [kind, at, what]] of (steps as [string, 0 | 1, never][]).entries()) {
							const page = pages[at] as (typeof pages)[0];
							if (kind === "type" || kind === "rewrite") {
								const text = `${kind === "type" ? texts[at] : ""}${index} `;
								texts[at] = text;
								page.write(at === 0 ? { intro: text } : { outro: text });
							} else if (kind === "tag") {
								tags.push(`${index}`);
								page.change((content) => ({ ...content, tags: [...content.tags, `${index}`] }));
							} else if (kind === "wait") await browser.pass(what);
							else if (kind === "lose") browser.nextFates.push(what);
							else if (kind === "wake") page.tab.show();
							else if (kind === "reload") pages[at] = openWriteUp(server, page.tab.reload());
							else {
								page.tab.crash();
								pages[at] = openOn(devices[at]);
							}
						}
						browser.nextFates.length = 0;
						await browser.pass(70_000);
						for (const page of pages) page.tab.show();
						await browser.pass(1_000);
						const { content } = server.stored;
						expect([content.intro, content.outro, content.tags.toSorted()]).toEqual([...texts, tags.toSorted()]);
						expect(pages.map((page) => page.content())).toEqual([content, content]);
						expect(devices.flatMap((storage) => Object.keys(storage))).toEqual([]);
					} finally {
						browser.close();
					}
				}),
				runs(40),
			);
		});
	});
});
