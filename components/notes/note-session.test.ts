import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyPatch } from "@/lib/notes/patch";
import { NO_NOTE, type RevisedNote } from "@/lib/notes/types";
import type { Draft } from "./draft";
import { readKeptDraft, talksWithKeptDraft } from "./draft-storage";
import { isNoteOpen, NoteSession, type NoteView } from "./note-session";
import { sendKeptDrafts } from "./send-kept-drafts";

const TALK = 7;
const PAUSE_MS = 600;

/** The network with the server behind it, as far as one note goes. */
class FakeServer {
	note: RevisedNote = NO_NOTE;
	isAway = false;
	refusal: string | undefined;
	/** Keeps what it is sent, and is cut off before it can say so. */
	losesAnswers = false;
	/** While set, answers wait for it. */
	held: Promise<void> | undefined;
	patches = 0;

	readonly fetch = async (_address: string, init: RequestInit = {}): Promise<Response> => {
		const answer = this.#answer(init);
		await this.held;
		return answer;
	};

	async #answer(init: RequestInit): Promise<Response> {
		if (this.isAway) throw new TypeError("Failed to fetch");
		if (init.method !== "PATCH") return Response.json({ note: this.note });
		this.patches++;
		if (this.refusal) return Response.json({ message: this.refusal }, { status: 400 });
		const { baseRevision, ...patch } = JSON.parse(String(init.body));
		if (baseRevision !== this.note.revision) return Response.json({ note: this.note }, { status: 409 });
		const changed = applyPatch(this.note, patch);
		if (!changed) return Response.json({ message: "That changes more than the note has." }, { status: 400 });
		this.note = { ...changed, revision: this.note.revision + 1 };
		if (this.losesAnswers) throw new TypeError("Failed to fetch");
		return Response.json({ revision: this.note.revision });
	}
}

/** As browsers have it: what is stored is listed among the object's own keys, its methods are not. */
function memoryStorage(): Record<string, string> {
	const entries: Record<string, string> = Object.create({
		getItem: (key: string) => entries[key] ?? null,
		setItem: (key: string, value: string) => void Object.assign(entries, { [key]: value }),
		removeItem: (key: string) => void Reflect.deleteProperty(entries, key),
	});
	return entries;
}

const opened: NoteSession[] = [];

function openNote() {
	let view: NoteView | undefined;
	const session = new NoteSession(TALK, (shown) => {
		view = shown;
	});
	opened.push(session);
	void session.open();
	return { session, text: () => view?.draft.text, state: () => view?.state };
}

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
		expect(readKeptDraft(TALK)).toEqual({ draft: written("ab"), baseRevision: 0 });
		expect(note.state()).toEqual({ kind: "saving" });
		await pass(PAUSE_MS);
		expect(note.state()).toEqual({ kind: "saved" });
		expect(server.note).toEqual({ ...written("ab"), revision: 1 });
		expect(server.patches).toBe(1);
		expect(readKeptDraft(TALK)).toBeNull();
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
		expect(note.state()).toEqual({ kind: "saved" });
	});

	it("says that the server is away, keeps the text over a reload, and sends it once the server is back", async () => {
		const before = openNote();
		await pass(0);
		server.isAway = true;
		before.session.change(written("typed on a train"));
		await pass(PAUSE_MS);
		expect(before.state()).toMatchObject({ kind: "waiting" });
		before.session.close();

		const after = openNote();
		await pass(0);
		expect(after.text()).toBe("typed on a train");
		after.session.change(written("typed on a train, and after"));
		await pass(5_000);
		expect(after.state()).toMatchObject({ kind: "waiting" });
		server.isAway = false;
		await pass(60_000);
		expect(server.note.text).toBe("typed on a train, and after");
		expect(after.state()).toEqual({ kind: "saved" });
	});

	it("overwrites nothing that was written elsewhere, and shows both versions", async () => {
		const laptop = openNote();
		await pass(0);
		server.note = { text: "from the phone", takeaways: [], revision: 4 };
		laptop.session.change(written("from the laptop"));
		await pass(PAUSE_MS);
		expect(laptop.state()).toEqual({ kind: "conflict", theirs: server.note });
		expect(laptop.text()).toBe("from the laptop");
		expect(server.note.text).toBe("from the phone");
		laptop.session.change(written("from the laptop, still"));
		await pass(PAUSE_MS);
		expect(laptop.state()).toMatchObject({ kind: "conflict" });
		laptop.session.resolve("mine");
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("from the laptop, still"), revision: 5 });
		expect(laptop.state()).toEqual({ kind: "saved" });
	});

	it("takes the other version where that is chosen", async () => {
		server.note = { text: "theirs", takeaways: [], revision: 2 };
		const note = openNote();
		await pass(0);
		server.note = { text: "theirs, newer", takeaways: [], revision: 3 };
		note.session.change(written("mine"));
		await pass(PAUSE_MS);
		note.session.resolve("theirs");
		expect(note.text()).toBe("theirs, newer");
		expect(readKeptDraft(TALK)).toBeNull();
		note.session.change(written("on top"));
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("on top"), revision: 4 });
	});

	it("does not let a slow first answer take back what was saved meanwhile", async () => {
		localStorage.setItem("talkshelf.note.7", JSON.stringify({ draft: written("kept"), baseRevision: 0 }));
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
		expect(note.state()).toEqual({ kind: "saved" });
	});

	it("says why the server refuses, and keeps the text", async () => {
		const note = openNote();
		await pass(0);
		server.refusal = "A note has at most 100,000 characters.";
		note.session.change(written("too long"));
		await pass(PAUSE_MS);
		expect(note.state()).toEqual({ kind: "refused", reason: "A note has at most 100,000 characters." });
		expect(readKeptDraft(TALK)?.draft).toEqual(written("too long"));
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
		expect(note.state()).toEqual({ kind: "saved" });
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
		expect(after.state()).toEqual({ kind: "saved" });
		expect(server.note).toEqual({ ...written("sent, and more"), revision: 2 });
	});

	it("still shows both versions after a reload, also where more was written meanwhile", async () => {
		const before = openNote();
		await pass(0);
		server.note = { text: "from the phone", takeaways: [], revision: 4 };
		before.session.change(written("from the laptop"));
		await pass(PAUSE_MS);
		for (const more of ["from the laptop, still", "from the laptop, still there"]) {
			const after = openNote();
			await pass(0);
			expect(after.state()).toEqual({ kind: "conflict", theirs: server.note });
			after.session.change(written(more));
			after.session.close();
			await pass(PAUSE_MS);
		}
		expect(server.note.text).toBe("from the phone");
		expect(readKeptDraft(TALK)).toEqual({ draft: written("from the laptop, still there"), baseRevision: 0 });
	});

	it("keeps what another tab with the same talk writes over and saves", async () => {
		const [shared, own, others] = [memoryStorage(), memoryStorage(), memoryStorage()];
		const inTab = (tab: typeof own) => vi.stubGlobal("sessionStorage", tab);
		vi.stubGlobal("localStorage", shared);
		inTab(own);
		const note = openNote();
		await pass(0);
		server.note = { text: "from the phone", takeaways: [], revision: 4 };
		note.session.change(written("in conflict"));
		await pass(PAUSE_MS);

		inTab(others);
		localStorage.removeItem("talkshelf.note.7");
		const other = openNote();
		await pass(0);
		other.session.change(written("of the other tab"));
		await pass(PAUSE_MS);
		expect(other.state()).toEqual({ kind: "saved" });
		expect(readKeptDraft(TALK)).toBeNull();

		inTab(own);
		expect(readKeptDraft(TALK)?.draft).toEqual(written("in conflict"));
		note.session.close();
		inTab(memoryStorage());
		expect(readKeptDraft(TALK)?.draft).toEqual(written("in conflict"));
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
		expect(readKeptDraft(TALK)).toBeNull();
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
		const keep = (draft: Draft) =>
			localStorage.setItem("talkshelf.note.7", JSON.stringify({ draft, baseRevision: server.note.revision }));
		keep(written("typed before"));
		sendKeptDrafts();
		await pass(PAUSE_MS);
		expect(server.note).toEqual({ ...written("typed before"), revision: 1 });
		expect(talksWithKeptDraft()).toEqual([]);

		keep(written("and again"));
		server.note = { text: "from the phone", takeaways: [], revision: 2 };
		sendKeptDrafts();
		await pass(PAUSE_MS);
		expect(server.note.text).toBe("from the phone");
		expect(readKeptDraft(TALK)?.draft).toEqual(written("and again"));
		expect(isNoteOpen(TALK)).toBe(false);
	});

	it("is not taken for kept where something else than the server answers", async () => {
		const note = openNote();
		await pass(0);
		vi.stubGlobal("fetch", async () => new Response("<h1>Welcome to the hotel</h1>"));
		note.session.change(written("behind a portal"));
		await pass(PAUSE_MS);
		expect(note.state()).toMatchObject({ kind: "waiting" });
		vi.stubGlobal("fetch", server.fetch);
		await pass(5_000);
		expect(server.note.text).toBe("behind a portal");
	});

	it("starts anew where what the browser kept is damaged", async () => {
		for (const damaged of ["{", "[]", '{"draft":null,"baseRevision":1}', '{"draft":{"text":1},"baseRevision":0}']) {
			localStorage.setItem("talkshelf.note.7", damaged);
			expect(readKeptDraft(TALK)).toBeNull();
		}
	});
});
