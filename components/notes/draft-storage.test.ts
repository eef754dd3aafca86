import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Owner } from "@/components/visitor/owner";
import { FakeBrowser, type Tab } from "@/lib/testing/fake-browser";
import type { Draft } from "./draft";
import { hasDraft } from "./draft-keys";
import {
	hasDraftOfOthers,
	listTalksWithDraft,
	readDraft,
	removeAllDrafts,
	removeDraft,
	type SavedDraft,
	saveDraft,
} from "./draft-storage";

const TALK = 7;
const ada = { id: "ada", isGuest: false };
const eve = { id: "eve", isGuest: false };
const guest = { id: "guest 1", isGuest: true };

describe("what a browser keeps of notes", () => {
	let browser: FakeBrowser;
	let tab: Tab;

	beforeEach(() => {
		browser = new FakeBrowser(() => Response.error());
		tab = browser.openTab();
	});

	afterEach(() => browser.close());

	const draft = (text: string): Draft => ({ text, takeaways: [{ id: "a", text: "one", time: 75 }] });
	const of = (text: string, owner?: Owner): SavedDraft => ({
		draft: draft(text),
		base: { text: `before ${text}`, takeaways: [], revision: 3 },
		baseRevision: 3,
		unanswered: draft(`sent ${text}`),
		owner,
	});
	const keep = (text: string, owner?: Owner, talkId = TALK, from = tab) =>
		from.run(() => saveDraft(talkId, of(text, owner), `base-${text}`));
	const read = (owner?: Owner, talkId = TALK, from = tab) => from.run(() => readDraft(talkId, owner));
	const keys = () => [...Object.keys(browser.localStorage), ...Object.keys(tab.sessionStorage)];

	it("is read as it was kept, after a reload and in another tab", () => {
		expect([keep("typed", ada), tab.run(hasDraft)]).toEqual([true, true]);
		expect(read(ada)).toEqual(of("typed", ada));
		expect(read(ada, TALK, tab.reload())).toEqual(of("typed", ada));
		expect(read(ada, TALK, browser.openTab())).toEqual(of("typed", ada));
		expect([read(ada, 70), tab.run(() => listTalksWithDraft())]).toEqual([null, [TALK]]);
	});

	it("is this tab's where another tab wrote over it", () => {
		const other = browser.openTab();
		keep("here", ada);
		keep("there", ada, TALK, other);
		expect([read(ada)?.draft.text, read(ada, TALK, other)?.draft.text]).toEqual(["here", "there"]);
		expect(read(ada, TALK, browser.openTab())?.draft.text).toBe("there");
	});

	it("is nobody else's with an account, and a guest's or nobody's is whoever's signs in", () => {
		keep("Ada's", ada);
		expect([read(eve), read(undefined), tab.run(() => hasDraftOfOthers(TALK, eve))]).toEqual([null, null, true]);
		expect(tab.run(() => hasDraftOfOthers(TALK, ada))).toBe(false);
		keep("a guest's", guest);
		expect([read(eve)?.draft.text, read(ada)?.draft.text]).toEqual(["a guest's", "Ada's"]);
		keep("nobody's", undefined);
		expect([read(eve)?.draft.text, read(ada)?.draft.text]).toEqual(["nobody's", "Ada's"]);
		const isOwn = (owner: Owner | undefined) => owner?.id === ada.id;
		expect(tab.run(() => [listTalksWithDraft(isOwn), listTalksWithDraft(() => false)])).toEqual([[TALK], []]);
	});

	it("goes once it is safe, with what it was made from, and something else that another tab keeps stays", () => {
		const other = browser.openTab();
		keep("here", ada);
		keep("there", ada, TALK, other);
		tab.run(() => removeDraft(TALK, draft("here"), ada));
		expect([read(ada)?.draft.text, Object.keys(tab.sessionStorage)]).toEqual(["there", []]);
		other.run(() => removeDraft(TALK, draft("there"), ada));
		expect([read(ada), keys(), Object.keys(other.sessionStorage)]).toEqual([null, [], []]);
	});

	it("goes when somebody signs out, but for what another account keeps", () => {
		browser.localStorage.setItem("talkshelf.other", "stays");
		keep("Ada's", ada, 8);
		keep("a guest's", guest);
		keep("nobody's", undefined, 9);
		keep("Eve's", eve);
		tab.run(() => removeAllDrafts(ada));
		expect(tab.run(() => listTalksWithDraft())).toEqual([TALK]);
		expect([read(eve), read(ada), read(ada, 8), read(undefined, 9)]).toEqual([of("Eve's", eve), null, null, null]);
		tab.run(() => removeAllDrafts(eve));
		expect([keys(), tab.run(hasDraft)]).toEqual([["talkshelf.other"], false]);
	});

	it.each(["full", "denied"] as const)("is nothing, and says so, where the browser keeps nothing (%s)", (storage) => {
		browser.storage = storage;
		expect(keep("typed", ada)).toBe(false);
		expect([read(ada), tab.run(() => listTalksWithDraft()), tab.run(hasDraft)]).toEqual([null, [], false]);
		tab.run(() => removeAllDrafts(ada));
	});

	it.each([
		"{",
		"null",
		"[]",
		'{"draft":{"text":"typed","takeaways":[]}}',
		'{"draft":{"text":"typed","takeaways":[{"id":1}]},"baseRevision":1}',
		'{"draft":{"text":"typed","takeaways":[]},"baseRevision":1,"owner":"ada"}',
		'{"draft":{"text":"typed","takeaways":[]},"baseRevision":1,"unanswered":{}}',
	])("is none where it is damaged: %s", (text) => {
		browser.localStorage.setItem(`talkshelf.note.${TALK}.ada`, text);
		expect([read(ada), tab.run(() => listTalksWithDraft(() => true))]).toEqual([null, []]);
	});
});
