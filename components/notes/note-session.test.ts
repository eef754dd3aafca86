import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Owner } from "@/components/visitor/owner";
import { applyPatch, type NotePatch } from "@/lib/notes/patch";
import { NO_NOTE, type NoteContent, type RevisedNote } from "@/lib/notes/types";
import {
	FakeBrowser,
	type Fate,
	failure,
	memoryStorage,
	portal,
	type Sent,
	type Tab,
} from "@/lib/testing/fake-browser";
import { runs } from "@/lib/testing/property-runs";
import type { Draft } from "./draft";
import { listTalksWithDraft, readDraft, removeAllDrafts, saveDraft } from "./draft-storage";
import { isNoteOpen, NoteSession, type NoteView } from "./note-session";
import { NO_STORAGE, NOT_SAVED, OFFLINE } from "./save-state";
import { sendDrafts } from "./send-drafts";

const TALK = 7;
const PAUSE_MS = 600;

/** The network with the server behind it, as far as one note goes. */
class FakeServer {
	note: RevisedNote = NO_NOTE;
	/** Whose session it is. */
	owner: Owner | null = null;
	longestRequest = 0;
	isAway = false;
	refusal: string | undefined;
	/** Keeps what it is sent, and is cut off before it can say so. */
	losesAnswers = false;
	/** While set, answers wait for it. */
	held: Promise<void> | undefined;
	patches = 0;

	readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
		const answer = this.#reach(url, init);
		await this.held;
		return answer;
	};

	async #reach(url: string, { method = "GET", keepalive = false, body }: RequestInit): Promise<Response> {
		if (this.isAway) throw new TypeError("Failed to fetch");
		const answer = this.answer({ url, method, keepalive, body: body && JSON.parse(String(body)) });
		if (this.losesAnswers && method === "PATCH" && answer.ok) throw new TypeError("Failed to fetch");
		return answer;
	}

	readonly answer = ({ method, body }: Sent): Response => {
		if (method !== "PATCH") return Response.json({ note: this.note, owner: this.owner });
		this.patches++;
		if (this.refusal) return Response.json({ message: this.refusal }, { status: 400 });
		this.longestRequest = Math.max(this.longestRequest, JSON.stringify(body).length);
		const { baseRevision, owner, ...patch } = body as NotePatch & { baseRevision: number; owner?: string };
		if (owner !== undefined && owner !== this.owner?.id) return Response.json({ message: "Ended." }, { status: 401 });
		this.owner ??= { id: "guest", isGuest: true };
		if (baseRevision !== this.note.revision) {
			return Response.json({ note: this.note, owner: this.owner }, { status: 409 });
		}
		const changed = applyPatch(this.note, patch);
		if (!changed) return Response.json({ message: "That changes more than the note has." }, { status: 400 });
		this.note = { ...changed, revision: this.note.revision + 1 };
		return Response.json({ revision: this.note.revision, owner: this.owner });
	};
}

const opened: NoteSession[] = [];

function openNote() {
	let view: NoteView | undefined;
	const session = new NoteSession(TALK, (shown) => {
		view = shown;
	});
	opened.push(session);
	void session.open();
	return {
		session,
		draft: () => view?.draft,
		text: () => view?.draft.text,
		state: () => view?.state,
		conflicts: () => (view?.state.kind === "conflict" ? view.state.conflicts : []),
	};
}

/** Where anything of a note is kept. */
function keptKeys(): string[] {
	return Object.keys({ ...sessionStorage, ...localStorage }).filter((key) => /^talkshelf\.note(?:-base)?\./.test(key));
}

const SAVED = { kind: "saved", at: expect.any(Number) };

const written = (text: string): Draft => ({ text, takeaways: [{ id: "a", text: "one" }] });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("an open note", () => {
	let server: FakeServer;

	beforeEach(() => {
		vi.useFakeTimers();
		server = new FakeServer();
		vi.stubGlobal("fetch", server.fetch);
		vi.stubGlobal("localStorage", memoryStorage());
		vi.stubGlobal("sessionStorage", memoryStorage());
		vi.stubGlobal("navigator", {});
	});

	afterEach(() => {
		for (const session of opened.splice(0)) session.close();
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it("keeps what is typed in the browser at once, and sends it when typing pauses", async () => {
		const note = openNote();
		await pass(0);
		expect(note.state()).toEqual({ kind: "idle" });
		note.session.change(written("a"));
		note.session.change(written("ab"));
		expect(readDraft(TALK)).toEqual({ draft: written("ab"), base: NO_NOTE, baseRevision: 0 });
		expect(note.state()).toEqual({ kind: "saving" });
		await pass(PAUSE_MS);
		expect(note.state()).toEqual(SAVED);
		expect(server.note).toEqual({ ...written("ab"), revision: 1 });
		expect(server.patches).toBe(1);
		expect(readDraft(TALK)).toBeNull();
	});

	it("loses nothing that is typed while a save is under way", async () => {
		const note = openNote();
		await pass(0);
		note.session.change(written("first"));
		let letGo = () => {};
		server.held = new Promise((resolve) => {
			letGo = resolve;
		});
		await pass(PAUSE_MS);
		note.session.change(written("first and more"));
		await pass(PAUSE_MS);
		server.held = undefined;
		letGo();
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("first and more");
		expect(note.state()).toEqual(SAVED);
	});

	it("says that the server is away, keeps the text over a reload, and sends it once the server is back", async () => {
		const before = openNote();
		await pass(0);
		server.isAway = true;
		before.session.change(written("typed on a train"));
		await pass(PAUSE_MS);
		expect(before.state()).toEqual({ kind: "waiting", reason: OFFLINE });
		before.session.close();

		const after = openNote();
		await pass(0);
		expect(after.text()).toBe("typed on a train");
		after.session.change(written("typed on a train, and after"));
		await pass(5_000);
		expect(after.state()).toEqual({ kind: "waiting", reason: OFFLINE });
		server.isAway = false;
		await pass(60_000);
		expect(server.note.text).toBe("typed on a train, and after");
		expect(after.state()).toEqual(SAVED);
	});

	it("merges what was written elsewhere, where it is about something else", async () => {
		server.note = { text: "one\n\ntwo", takeaways: [{ id: "a", text: "shared" }], revision: 3 };
		const laptop = openNote();
		await pass(0);
		const theirs = [
			{ id: "a", text: "shared" },
			{ id: "b", text: "from the phone" },
		];
		server.note = { text: "one\n\ntwo, from the phone", takeaways: theirs, revision: 4 };
		laptop.session.change({ text: "one, from the laptop\n\ntwo", takeaways: [{ id: "a", text: "shared, edited" }] });
		await pass(PAUSE_MS);
		expect(laptop.state()).toEqual(SAVED);
		const merged = {
			text: "one, from the laptop\n\ntwo, from the phone",
			takeaways: [
				{ id: "a", text: "shared, edited" },
				{ id: "b", text: "from the phone" },
			],
		};
		expect(server.note).toEqual({ ...merged, revision: 5 });
		expect(laptop.draft()).toEqual(merged);
		expect(keptKeys()).toEqual([]);
	});

	/** The laptop's note is from before what the phone wrote into the same paragraph, and a paragraph further on. */
	async function disagree() {
		server.note = { text: "begun\n\nend", takeaways: [], revision: 3 };
		const laptop = openNote();
		await pass(0);
		server.note = { text: "begun on the phone\n\nend\n\nmore", takeaways: [], revision: 4 };
		laptop.session.change({ text: "begun on the laptop\n\nend", takeaways: [] });
		await pass(PAUSE_MS);
		return laptop;
	}

	it("overwrites nothing where both changed the same paragraph, and shows both versions", async () => {
		const laptop = await disagree();
		const conflict = { kind: "text", key: expect.any(String), theirs: "begun on the phone" };
		expect(laptop.state()).toEqual({ kind: "conflict", conflicts: [{ ...conflict, mine: "begun on the laptop" }] });
		expect(laptop.text()).toBe("begun on the laptop\n\nend\n\nmore");
		laptop.session.change({ text: "begun on the laptop, still\n\nend\n\nmore", takeaways: [] });
		await pass(PAUSE_MS);
		expect(laptop.state()).toEqual({
			kind: "conflict",
			conflicts: [{ ...conflict, mine: "begun on the laptop, still" }],
		});
		expect(server.note).toEqual({ text: "begun on the phone\n\nend\n\nmore", takeaways: [], revision: 4 });
	});

	it.each([
		["mine", "begun on the laptop\n\nend\n\nmore", 5],
		["theirs", "begun on the phone\n\nend\n\nmore", 4],
		["both", "begun on the phone\n\nbegun on the laptop\n\nend\n\nmore", 5],
	] as const)("ends a conflict with %s, and goes on from there", async (choice, text, revision) => {
		const laptop = await disagree();
		laptop.session.resolve(laptop.conflicts()[0]?.key ?? "", choice);
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ text, takeaways: [], revision });
		expect(laptop.text()).toBe(text);
		expect(keptKeys()).toEqual([]);
		laptop.session.change(written("on top"));
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("on top"), revision: revision + 1 });
	});

	it("keeps conflicts over a reload with what was written meanwhile, and those that are decided stay so", async () => {
		const before = await disagree();
		before.session.change({ text: "begun on the laptop\n\nend of the laptop\n\nmore", takeaways: [] });
		await pass(PAUSE_MS);
		before.session.close();
		server.note = { text: "begun on the phone\n\nend of the phone\n\nmore", takeaways: [], revision: 5 };
		const during = openNote();
		await pass(0);
		expect(during.conflicts().map(({ mine, theirs }) => [mine, theirs])).toEqual([
			["begun on the laptop", "begun on the phone"],
			["end of the laptop", "end of the phone"],
		]);
		during.session.resolve(during.conflicts()[0]?.key ?? "", "mine");
		during.session.close();
		const after = openNote();
		await pass(0);
		expect(after.conflicts().map(({ mine, theirs }) => [mine, theirs])).toEqual([
			["end of the laptop", "end of the phone"],
		]);
		after.session.resolve(after.conflicts()[0]?.key ?? "", "both");
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("begun on the laptop\n\nend of the phone\n\nend of the laptop\n\nmore");
	});

	it("shows what was written elsewhere when somebody comes back to it", async () => {
		const note = openNote();
		await pass(0);
		server.note = { text: "from the phone", takeaways: [], revision: 1 };
		note.session.refresh();
		await pass(0);
		expect(note.text()).toBe("from the phone");
		expect(note.state()).toEqual({ kind: "idle" });
	});

	it("merges a change of what was shown before something else came", async () => {
		server.note = { text: "one\n\ntwo", takeaways: [], revision: 1 };
		const note = openNote();
		await pass(0);
		const shown = note.draft();
		server.note = { text: "one\n\ntwo, from the phone", takeaways: [], revision: 2 };
		note.session.refresh();
		await pass(0);
		note.session.change({ text: "one, typed\n\ntwo", takeaways: [] }, shown);
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("one, typed\n\ntwo, from the phone");
	});

	it("takes the last of several changes that are made before any of them is shown", async () => {
		const note = openNote();
		await pass(0);
		const shown = note.draft();
		for (const text of ["one", "two", "three"]) note.session.change(written(text), shown);
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("three"), revision: 1 });
	});

	it("sends little of a long note, and keeps what it was made from once", async () => {
		server.note = { text: "long ".repeat(20_000), takeaways: [], revision: 1 };
		const note = openNote();
		await pass(0);
		let baseWrites = 0;
		const setItem = localStorage.setItem.bind(localStorage);
		Object.getPrototypeOf(localStorage).setItem = (key: string, value: string) => {
			if (key.startsWith("talkshelf.note-base.")) baseWrites++;
			setItem(key, value);
		};
		for (const more of ["a", "ab", "abc"]) note.session.change({ ...server.note, text: `${server.note.text}${more}` });
		expect(baseWrites).toBe(1);
		await pass(PAUSE_MS);
		expect(note.state()).toEqual(SAVED);
		expect(server.note.text).toHaveLength(100_003);
		expect(server.longestRequest).toBeLessThan(200);
	});

	it("keeps what is typed where the browser has no room for what it was made from as well", async () => {
		server.note = { text: "long ".repeat(100), takeaways: [], revision: 1 };
		const note = openNote();
		await pass(0);
		for (const area of [localStorage, sessionStorage]) {
			const setItem = area.setItem.bind(area);
			Object.getPrototypeOf(area).setItem = (key: string, value: string) => {
				if (key.startsWith("talkshelf.note-base.")) throw new Error("QuotaExceededError");
				setItem(key, value);
			};
		}
		server.isAway = true;
		note.session.change(written("instead"));
		await pass(PAUSE_MS);
		expect(readDraft(TALK)).toEqual({ draft: written("instead"), baseRevision: 1, unanswered: written("instead") });
		note.session.close();
		server.isAway = false;
		openNote();
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("instead"), revision: 2 });
	});

	it("goes on showing what to choose from where the server is away meanwhile", async () => {
		const note = await disagree();
		server.isAway = true;
		note.session.refresh();
		await pass(PAUSE_MS);
		expect(note.conflicts()).toHaveLength(1);
		note.session.resolve(note.conflicts()[0]?.key ?? "", "mine");
		await pass(PAUSE_MS);
		expect(note.state()).toEqual({ kind: "waiting", reason: OFFLINE });
		server.isAway = false;
		note.session.refresh();
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("begun on the laptop\n\nend\n\nmore");
	});

	it("still sends what was kept without what it was made from", async () => {
		server.note = { text: "here before", takeaways: [], revision: 3 };
		const draft = written("here before, and more");
		localStorage.setItem("talkshelf.note.7", JSON.stringify({ draft, baseRevision: 3 }));
		openNote();
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...draft, revision: 4 });
		// Of another revision: nothing of either is lost.
		localStorage.setItem("talkshelf.note.7", JSON.stringify({ draft: written("kept long"), baseRevision: 2 }));
		const after = openNote();
		await pass(PAUSE_MS);
		expect(after.text()).toBe("here before, and more\n\nkept long");
		expect(keptKeys()).toEqual([]);
	});

	describe("that somebody with an account writes", () => {
		const ada = { id: "ada", isGuest: false };
		const eve = { id: "eve", isGuest: false };

		/** Typed by Ada when her session had ended. */
		async function typeUnsigned() {
			server.owner = ada;
			server.note = { text: "Ada's", takeaways: [], revision: 2 };
			const note = openNote();
			await pass(0);
			server.owner = null;
			server.note = NO_NOTE;
			note.session.change({ text: "Ada's, and more", takeaways: [] });
			await pass(PAUSE_MS);
			return note;
		}

		it("is kept when the session has ended, said so, and sent once the same person is back", async () => {
			const note = await typeUnsigned();
			expect(note.state()).toEqual({ kind: "ended" });
			expect(note.text()).toBe("Ada's, and more");
			expect(server.owner).toBeNull();
			note.session.change({ text: "Ada's, and more still", takeaways: [] });
			await pass(60_000);
			expect(note.state()).toEqual({ kind: "ended" });
			note.session.close();

			const reloaded = openNote();
			await pass(0);
			expect(reloaded.state()).toEqual({ kind: "ended" });
			expect(reloaded.text()).toBe("Ada's, and more still");
			server.owner = ada;
			server.note = { text: "Ada's", takeaways: [], revision: 2 };
			reloaded.session.refresh();
			await pass(PAUSE_MS);
			expect(server.note).toEqual({ text: "Ada's, and more still", takeaways: [], revision: 3 });
			expect(reloaded.state()).toEqual(SAVED);
			expect(keptKeys()).toEqual([]);
		});

		it("is neither shown to nor sent by who signs in instead, and kept while they write and sign out", async () => {
			(await typeUnsigned()).session.close();
			server.owner = eve;
			sendDrafts();
			await pass(PAUSE_MS);
			const note = openNote();
			await pass(0);
			expect(note.text()).toBe("");
			expect(note.state()).toEqual({ kind: "idle", isOthersKept: true });
			note.session.change({ text: "Eve's", takeaways: [] });
			await pass(PAUSE_MS);
			expect(server.note).toEqual({ text: "Eve's", takeaways: [], revision: 1 });
			note.session.close();
			removeAllDrafts(eve);

			server.owner = ada;
			server.note = { text: "Ada's", takeaways: [], revision: 2 };
			sendDrafts();
			await pass(PAUSE_MS);
			expect(server.note.text).toBe("Ada's, and more");
		});

		it("stays on the page that it was written on when somebody else signs in meanwhile, and is not theirs", async () => {
			const note = await typeUnsigned();
			server.owner = eve;
			note.session.refresh();
			await pass(PAUSE_MS);
			expect(note.state()).toEqual({ kind: "ended" });
			expect(note.text()).toBe("Ada's, and more");
			expect(server.note).toEqual(NO_NOTE);
		});

		it("has what they wrote as a guest, also where that was not sent yet", async () => {
			const guest = openNote();
			await pass(0);
			guest.session.change({ text: "of a guest", takeaways: [] });
			await pass(PAUSE_MS);
			expect(server.owner).toEqual({ id: "guest", isGuest: true });
			server.isAway = true;
			guest.session.change({ text: "of a guest, unsent", takeaways: [] });
			await pass(PAUSE_MS);
			guest.session.close();
			server.isAway = false;
			server.owner = ada;
			// The same revision, and another note.
			server.note = { text: "Ada's", takeaways: [], revision: 1 };
			sendDrafts();
			await pass(PAUSE_MS);
			expect(server.note).toEqual({ text: "Ada's\n\nof a guest, unsent", takeaways: [], revision: 2 });
			expect(keptKeys()).toEqual([]);
		});
	});

	it("does not let a slow first answer take back what was saved meanwhile", async () => {
		saveDraft(TALK, { draft: written("kept"), base: NO_NOTE, baseRevision: 0 }, "base");
		let letGo = () => {};
		server.held = new Promise((resolve) => {
			letGo = resolve;
		});
		const note = openNote();
		await pass(0);
		server.held = undefined;
		note.session.change(written("kept, and more"));
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("kept, and more");
		letGo();
		await pass(0);
		expect(note.text()).toBe("kept, and more");
		expect(note.state()).toEqual(SAVED);
	});

	it("says why the server refuses, and keeps the text", async () => {
		const note = openNote();
		await pass(0);
		server.refusal = "A note has at most 100,000 characters.";
		note.session.change(written("too long"));
		await pass(PAUSE_MS);
		expect(note.state()).toEqual({ kind: "refused", reason: "A note has at most 100,000 characters." });
		expect(readDraft(TALK)?.draft).toEqual(written("too long"));
	});

	it("does not take what it sent itself for somebody else's, where the answer was lost", async () => {
		const note = openNote();
		await pass(0);
		server.losesAnswers = true;
		note.session.change(written("sent"));
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("sent"), revision: 1 });
		note.session.change(written("sent, and more"));
		server.losesAnswers = false;
		await pass(5_000);
		expect(note.state()).toEqual(SAVED);
		expect(server.note).toEqual({ ...written("sent, and more"), revision: 2 });
	});

	it("does not either where the page was reloaded before the answer", async () => {
		const before = openNote();
		await pass(0);
		server.losesAnswers = true;
		before.session.change(written("sent"));
		await pass(PAUSE_MS);
		before.session.change(written("sent, and more"));
		server.losesAnswers = false;

		const after = openNote();
		await pass(PAUSE_MS);
		expect(after.text()).toBe("sent, and more");
		expect(after.state()).toEqual(SAVED);
		expect(server.note).toEqual({ ...written("sent, and more"), revision: 2 });
	});

	it("does not either where another device wrote on what it sent before that was answered", async () => {
		server.note = { text: "begun\n\nend", takeaways: [], revision: 3 };
		const note = openNote();
		await pass(0);
		server.losesAnswers = true;
		note.session.change({ text: "sent\n\nend", takeaways: [] });
		await pass(PAUSE_MS);
		note.session.change({ text: "rewritten\n\nend", takeaways: [] });
		server.losesAnswers = false;
		server.note = { text: "sent\n\nend, on the phone", takeaways: [], revision: 5 };
		await pass(5_000);
		expect(note.state()).toEqual(SAVED);
		expect(server.note).toEqual({ text: "rewritten\n\nend, on the phone", takeaways: [], revision: 6 });
	});

	it("keeps what another tab with the same talk writes over and saves", async () => {
		const [shared, own, others] = [memoryStorage(), memoryStorage(), memoryStorage()];
		const inTab = (tab: typeof own) => vi.stubGlobal("sessionStorage", tab);
		vi.stubGlobal("localStorage", shared);
		inTab(own);
		const note = await disagree();
		const [guest, mine] = [server.owner ?? undefined, note.draft()];

		inTab(others);
		for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
		const other = openNote();
		await pass(0);
		other.session.change(written("of the other tab"));
		await pass(PAUSE_MS);
		expect(other.state()).toEqual(SAVED);
		expect(readDraft(TALK, guest)).toBeNull();

		inTab(own);
		expect(readDraft(TALK, guest)?.draft).toEqual(mine);
		note.session.close();
		inTab(memoryStorage());
		expect(readDraft(TALK, guest)).toMatchObject({ draft: mine, base: { text: "begun\n\nend\n\nmore" } });
	});

	it("leaves a note alone that it could not read and nobody wrote on", async () => {
		server.note = { text: "here before", takeaways: [], revision: 3 };
		server.isAway = true;
		const note = openNote();
		await pass(5_000);
		note.session.close();
		server.isAway = false;
		await pass(60_000);
		expect(server.patches).toBe(0);
		expect(readDraft(TALK)).toBeNull();
	});

	it("keeps in mind over a reload that everything was deleted", async () => {
		server.note = { text: "here before", takeaways: [], revision: 3 };
		const before = openNote();
		await pass(0);
		server.isAway = true;
		before.session.change({ text: "", takeaways: [] });
		await pass(PAUSE_MS);
		const during = openNote();
		await pass(0);
		during.session.close();
		await pass(0);
		server.isAway = false;
		const after = openNote();
		await pass(PAUSE_MS);
		expect(after.text()).toBe("");
		expect(server.note).toEqual({ text: "", takeaways: [], revision: 4 });
	});

	it("is sent by whatever page comes next, and a conflict waits for its writer", async () => {
		const keep = (draft: Draft, base: RevisedNote) =>
			saveDraft(TALK, { draft, base, baseRevision: base.revision, owner: server.owner ?? undefined }, draft.text);
		keep(written("typed before"), NO_NOTE);
		sendDrafts();
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("typed before"), revision: 1 });
		expect(listTalksWithDraft()).toEqual([]);

		keep(written("typed before, and again"), server.note);
		server.note = { ...written("typed before, and on the phone"), revision: 2 };
		sendDrafts();
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("typed before, and on the phone");
		expect(readDraft(TALK, server.owner ?? undefined)?.draft).toEqual(written("typed before, and again"));
		expect(isNoteOpen(TALK)).toBe(false);
	});

	it("is not taken for kept where something else than the server answers", async () => {
		const note = openNote();
		await pass(0);
		vi.stubGlobal("fetch", async () => new Response("<h1>Welcome to the hotel</h1>"));
		note.session.change(written("behind a portal"));
		await pass(PAUSE_MS);
		expect(note.state()).toEqual({ kind: "waiting", reason: OFFLINE });
		vi.stubGlobal("fetch", server.fetch);
		await pass(5_000);
		expect(server.note.text).toBe("behind a portal");
	});

	it("starts anew where what the browser kept is damaged", async () => {
		for (const damaged of ["{", "[]", '{"draft":null,"baseRevision":1}', '{"draft":{"text":1},"baseRevision":0}']) {
			localStorage.setItem("talkshelf.note.7", damaged);
			expect(readDraft(TALK)).toBeNull();
		}
	});
});

describe("a note on its page", () => {
	let server: FakeServer;
	let browser: FakeBrowser;

	beforeEach(() => {
		server = new FakeServer();
		server.owner = { id: "ada", isGuest: false };
		browser = new FakeBrowser(server.answer);
	});

	afterEach(() => {
		for (const { tab, session } of pages.splice(0)) tab.run(() => session.close());
		browser.close();
	});

	const pages: { tab: Tab; session: NoteSession }[] = [];

	/** Opens the talk's page, as `useNote` does. */
	function openPage(tab: Tab = browser.openTab()) {
		const note = tab.run(openNote);
		pages.push({ tab, session: note.session });
		opened.pop();
		tab.window.addEventListener("pagehide", () => note.session.flush());
		return {
			...note,
			tab,
			write: (change: Partial<NoteContent>) =>
				tab.run(() => note.session.change({ text: "", takeaways: [], ...note.draft(), ...change })),
		};
	}

	async function open(tab?: Tab) {
		const note = openPage(tab);
		await browser.pass(100);
		return note;
	}

	const patches = () => browser.writesTo(`/notes/${TALK}`);

	it.each<[string, Fate, string]>([
		["the request was lost", "is lost", OFFLINE],
		["the answer was lost after the server kept it", "its answer is lost", OFFLINE],
		["no answer came", "is never answered", OFFLINE],
		["the server failed", failure(500), NOT_SAVED],
		["it had too much to do", failure(429), NOT_SAVED],
		["a hotel's sign-in page came instead", portal(), OFFLINE],
		["an answer that is not the server's came instead", Response.json({ welcome: "to our hotel" }), NOT_SAVED],
	])("is said to be kept here, tried again and kept once where %s", async (_, fate, reason) => {
		const note = await open();
		browser.nextFates.push(fate);
		note.write({ text: "Typed." });
		await browser.pass(fate === "is never answered" ? 15_700 : 700);
		expect([note.state(), note.text()]).toEqual([{ kind: "waiting", reason }, "Typed."]);
		await browser.pass(2_000);
		expect(note.state()?.kind).toMatch(/saved|idle/);
		expect([server.note, patches().length]).toEqual([{ text: "Typed.", takeaways: [], revision: 1 }, 2]);
	});

	it("is tried again ever more seldom, and at once when the device is online or somebody comes back", async () => {
		const note = await open();
		browser.fate = ({ method }) => (method === "GET" ? "arrives" : failure(503));
		note.write({ text: "Typed." });
		await browser.pass(600);
		const counts = [patches().length];
		for (const seconds of [1, 2, 4, 8, 16, 30]) {
			await browser.pass(seconds * 1_000 + 20);
			counts.push(patches().length);
		}
		note.tab.show();
		await browser.pass(100);
		expect([...counts, patches().length]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		browser.fate = () => "arrives";
		browser.goOnline();
		await browser.pass(100);
		expect([note.state(), server.note.text]).toEqual([SAVED, "Typed."]);
	});

	it("is sent when its page is left, outlives it, and is on the next page at once", async () => {
		const before = await open();
		before.write({ text: "On my way out." });
		const tab = before.tab.reload();
		expect(patches().map(({ keepalive }) => keepalive)).toEqual([true]);
		const after = openPage(tab);
		tab.run(() => localStorage.setItem("talkshelf.note-owner", JSON.stringify(server.owner)));
		expect(readKept(after.tab)).toMatchObject({ text: "On my way out." });
		await browser.pass(2_000);
		expect([after.text(), after.conflicts(), server.note.text]).toEqual(["On my way out.", [], "On my way out."]);
	});

	const readKept = (tab: Tab) => tab.run(() => readDraft(TALK, server.owner ?? undefined)?.draft);

	it("is sent to its end by the editor that was closed by a link", async () => {
		const note = await open();
		note.write({ text: "First." });
		await browser.pass(505);
		note.write({ text: "First, and more." });
		note.tab.run(() => note.session.close());
		await browser.pass(2_000);
		expect(server.note.text).toBe("First, and more.");
	});

	it("shows what was written elsewhere when somebody comes back to the page or the device is online", async () => {
		const note = await open();
		server.note = { text: "From the phone.", takeaways: [], revision: 1 };
		note.tab.hide();
		await browser.pass(100);
		expect(note.text()).toBe("");
		note.tab.show();
		await browser.pass(100);
		expect(note.text()).toBe("From the phone.");
		server.note = { text: "And again.", takeaways: [], revision: 2 };
		browser.goOnline();
		await browser.pass(100);
		expect([note.text(), patches()]).toEqual(["And again.", []]);
	});

	it.each(["full", "denied"] as const)(
		"says to stay where the browser keeps nothing, and is saved (%s)",
		async (storage) => {
			browser.storage = storage;
			const note = await open();
			note.write({ text: "Typed." });
			expect([note.text(), note.state()]).toEqual(["Typed.", { kind: "waiting", reason: NO_STORAGE }]);
			await browser.pass(1_000);
			expect([server.note.text, note.state()]).toEqual(["Typed.", SAVED]);
		},
	);

	it("that the server refuses is refused again after a reload, whole, and saved once it is shorter", async () => {
		const before = await open();
		server.refusal = "A note can have up to 100,000 characters.";
		before.write({ text: "Too long." });
		await browser.pass(1_000);
		const tab = before.tab.reload();
		const after = await open(tab);
		await browser.pass(1_000);
		expect([after.text(), after.state()]).toEqual(["Too long.", { kind: "refused", reason: server.refusal }]);
		server.refusal = undefined;
		after.write({ text: "Short." });
		await browser.pass(1_000);
		expect([server.note.text, after.state(), Object.keys(browser.localStorage)]).toEqual([
			"Short.",
			SAVED,
			["talkshelf.note-owner"],
		]);
	});

	it("of several talks is sent by whatever page comes next, but for one that is open there", async () => {
		const tab = browser.openTab();
		for (const talkId of [TALK, 8, 9]) {
			const kept = { draft: { text: `Of ${talkId}.`, takeaways: [] }, base: NO_NOTE, baseRevision: 0 };
			tab.run(() => saveDraft(talkId, kept, `base${talkId}`));
		}
		browser.fate = ({ method }) => (method === "GET" ? "arrives" : Response.json({ revision: 1, owner: server.owner }));
		openPage(tab);
		tab.run(sendDrafts);
		await browser.pass(1_000);
		expect(patches()).toHaveLength(1);
		expect(browser.sent.filter(({ method }) => method === "PATCH").map(({ url }) => url)).toEqual([
			"/api/notes/7",
			"/api/notes/8",
			"/api/notes/9",
		]);
		expect(Object.keys(browser.localStorage)).toEqual(["talkshelf.note-owner"]);
	});

	it("in two tabs is what both wrote, and each shows it", async () => {
		const [first, second] = [await open(), await open()];
		first.write({ text: "First." });
		await browser.pass(1_000);
		second.write({ takeaways: [{ id: "a", text: "Second." }] });
		await browser.pass(1_000);
		first.tab.show();
		await browser.pass(100);
		const both = { text: "First.", takeaways: [{ id: "a", text: "Second." }] };
		expect([server.note, first.draft(), second.draft()]).toEqual([{ ...both, revision: 2 }, both, both]);
	});

	it("on two devices, whatever happens, holds all that was typed, once, on both and the server", async () => {
		browser.close();
		const device = fc.nat({ max: 1 });
		const step = fc.oneof(
			{ weight: 4, arbitrary: fc.tuple(fc.constantFrom("type", "rewrite", "add"), device) },
			fc.tuple(fc.constant("wait"), device, fc.constantFrom(5, 15, 400, 1_000)),
			fc.tuple(fc.constantFrom("reload", "crash", "wake"), device),
			fc.tuple(fc.constant("lose"), device, fc.constantFrom("is lost", "its answer is lost", failure(503))),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
				server = new FakeServer();
				server.owner = { id: "ada", isGuest: false };
				// A paragraph of each, so that what one rewrites the other has not.
				server.note = { text: "laptop\n\nmiddle\n\nphone", takeaways: [], revision: 1 };
				browser = new FakeBrowser(server.answer);
				try {
					const devices = [browser.newDevice(), browser.newDevice()];
					const openOn = async (localStorage?: Storage) => open(browser.openTab({ localStorage }));
					const notes = [await openOn(devices[0]), await openOn(devices[1])];
					const texts = ["laptop", "phone"];
					const added: string[] = [];
					for (const [index, [kind, at, what]] of (steps as [string, 0 | 1, never][]).entries()) {
						const page = notes[at] as (typeof notes)[0];
						const paragraphs = page.text()?.split("\n\n") ?? [];
						if (kind === "type" || kind === "rewrite") {
							const text = `${kind === "type" ? texts[at] : ""}${index}.`;
							texts[at] = text;
							page.write({ text: paragraphs.with(at * 2, text).join("\n\n") });
						} else if (kind === "add") {
							added.push(`${index}`);
							page.write({ takeaways: [...(page.draft()?.takeaways ?? []), { id: `${index}`, text: `${index}` }] });
						} else if (kind === "wait") await browser.pass(what);
						else if (kind === "lose") browser.nextFates.push(what);
						else if (kind === "wake") page.tab.show();
						else if (kind === "reload") notes[at] = await open(page.tab.reload());
						else {
							page.tab.crash();
							notes[at] = await openOn(devices[at]);
						}
					}
					browser.nextFates.length = 0;
					await browser.pass(70_000);
					for (const page of notes) page.tab.show();
					await browser.pass(1_000);
					const { text, takeaways } = server.note;
					expect(text.split("\n\n")).toEqual([texts[0], "middle", texts[1]]);
					expect(takeaways.map(({ id }) => id).toSorted()).toEqual(added.toSorted());
					expect(notes.map((page) => page.draft())).toEqual([
						{ text, takeaways },
						{ text, takeaways },
					]);
				} finally {
					for (const { tab, session } of pages.splice(0)) tab.run(() => session.close());
					browser.close();
				}
			}),
			runs(30),
		);
	});
});
