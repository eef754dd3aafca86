import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MarkStatus } from "@/lib/marks/status";
import { FakeBrowser, type Fate, failure, portal, type Sent } from "@/lib/testing/fake-browser";
import { countKeptRatings, dropKeptRatings } from "./kept-rating";
import type { OwnTalkView } from "./own-talk-session";
import type { LogEntry, OwnTalk } from "./types";

const TALK = 7;
const TRYING = "Not saved yet. Trying again…";
const AWAY = "Not saved: the server does not answer. Try again in a moment.";
const SALT = { slug: "salt", name: "Salt" };
const FOG = { slug: "fog", name: "Fog" };

/** The server, as far as what a visitor made of one talk goes: a rating is for a talk that is marked watched. */
class FakeServer {
	own: OwnTalk = { rating: null, topics: [], allTopics: [SALT, FOG], log: [] };
	mark: MarkStatus | null = "WATCHED";
	/** Whose session it is. */
	visitor: string | null = "ada";
	refusal: Response | undefined;

	readonly answer = ({ method, url, body }: Sent): Response => {
		const visitor = this.visitor ? { id: this.visitor, name: "", isGuest: false, mayEdit: false } : null;
		if (url.startsWith("/api/visitor")) {
			return Response.json({ visitor, now: Date.now(), marks: this.mark ? [[TALK, this.mark]] : [] });
		}
		if (method === "GET") return Response.json(this.own);
		if (this.refusal) return this.refusal.clone();
		this.visitor ??= "ada";
		if (url === "/api/marks") return this.#press(body as { presses: { id: string; status: MarkStatus | null }[] });
		if (url.startsWith("/api/ratings/")) return this.#rate(body as { stars: number | null });
		if (url === "/api/topics/talks") return this.#putOn(body as { topic: string; on: boolean });
		const id = url.split("/").at(-1);
		const day = method === "PATCH" ? (body as { day: string | null }).day : null;
		const log = this.own.log.flatMap((entry) =>
			entry.id !== id ? [entry] : method === "PATCH" ? [{ ...entry, correctedDay: day }] : [],
		);
		this.own = { ...this.own, log };
		return Response.json({});
	};

	#press({ presses }: { presses: { id: string; status: MarkStatus | null }[] }): Response {
		for (const { id, status } of presses) {
			if (this.own.log.some((entry) => entry.id === id)) continue;
			const entry: LogEntry = { id, from: this.mark, to: status, at: new Date().toISOString(), correctedDay: null };
			this.own = { ...this.own, log: [...this.own.log, entry] };
			this.mark = status;
		}
		return Response.json({ marks: [[TALK, this.mark]], refused: [] });
	}

	#rate({ stars }: { stars: number | null }): Response {
		if (this.mark !== "WATCHED") {
			return Response.json({ message: "Mark the talk watched to rate it." }, { status: 409 });
		}
		this.own = { ...this.own, rating: stars };
		return Response.json({ stars });
	}

	#putOn({ topic: name, on }: { topic: string; on: boolean }): Response {
		const topic = this.own.allTopics.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? {
			slug: name.toLowerCase(),
			name,
		};
		const others = this.own.topics.filter(({ slug }) => slug !== topic.slug);
		const allTopics = this.own.allTopics.includes(topic) ? this.own.allTopics : [...this.own.allTopics, topic];
		this.own = { ...this.own, topics: on ? [...others, topic] : others, allTopics };
		return Response.json({ topic, talkIds: [TALK] });
	}
}

describe("what a visitor made of a talk", () => {
	let server: FakeServer;
	let browser: FakeBrowser;

	beforeEach(() => {
		server = new FakeServer();
		browser = new FakeBrowser(server.answer);
	});

	afterEach(() => browser.close());

	async function openTalk(tab = browser.openTab()) {
		const [store, { OwnTalkSession }] = await tab.load(() =>
			Promise.all([import("@/components/visitor/visitor-store"), import("./own-talk-session")]),
		);
		let view: OwnTalkView = { own: null, isAway: false, ratingStatus: "" };
		const session = tab.run(() => {
			store.showVisitorAt("/");
			return new OwnTalkSession(TALK, (shown) => {
				view = shown;
			});
		});
		await browser.pass(100);
		return {
			tab,
			view: () => view,
			rate: (stars: number | null) => tab.run(() => session.rate(stars)),
			putOn: (name: string) => tab.run(() => session.addTopic(name)),
			takeOff: (topic: { slug: string; name: string }) => tab.run(() => session.removeTopic(topic)),
			correct: (id: string, day: string | null) => tab.run(() => session.correct(id, day)),
			remove: (id: string) => tab.run(() => session.remove(id)),
			press: (status: MarkStatus | null) => tab.run(() => store.setMark(TALK, status)),
			markOf: () => store.markOf(TALK),
			visitor: store.currentVisitor,
			close: () => tab.run(() => session.close()),
		};
	}

	const ratings = () =>
		browser.writesTo(`/ratings/${TALK}`).map(({ body }) => (body as { stars: number | null }).stars);

	it("is not known before the server told it, which is asked until it answers", async () => {
		browser.goOffline();
		const talk = await openTalk();
		expect(talk.view()).toEqual({ own: null, isAway: true, ratingStatus: "" });
		browser.goOnline();
		await browser.pass(2_000);
		expect(talk.view()).toEqual({ own: server.own, isAway: false, ratingStatus: "" });
	});

	it("is not taken from an answer that is not the server's", async () => {
		browser.fate = ({ url }) => (url.endsWith("/own") ? Response.json({ welcome: "to our hotel" }) : "arrives");
		const talk = await openTalk();
		expect(talk.view()).toEqual({ own: null, isAway: true, ratingStatus: "" });
		browser.fate = () => "arrives";
		await browser.pass(2_000);
		expect(talk.view().own).toEqual(server.own);
	});

	describe("a rating", () => {
		it("shows at once, is sent once, and then says no more", async () => {
			const talk = await openTalk();
			talk.rate(4);
			expect(talk.view()).toMatchObject({ own: { rating: 4 }, ratingStatus: "Saving…" });
			await browser.pass(60_000);
			expect([ratings(), server.own.rating]).toEqual([[4], 4]);
			expect(talk.view()).toMatchObject({ own: { rating: 4 }, ratingStatus: "" });
		});

		it("is the last of several, of which those between are not sent", async () => {
			const talk = await openTalk();
			for (const stars of [1, 2, 3, null, 5]) talk.rate(stars);
			await browser.pass(1_000);
			expect([ratings(), server.own.rating, talk.view().own?.rating]).toEqual([[1, 5], 5, 5]);
		});

		it.each<[string, Fate]>([
			["the request was lost", "is lost"],
			["the answer was lost", "its answer is lost"],
			["no answer came", "is never answered"],
			["the server failed", failure(500)],
			["it had too much to do", failure(429)],
			["a hotel's sign-in page came instead", portal()],
			["an answer that is not the server's came instead", Response.json({ welcome: "to our hotel" })],
		])("is said to be not saved, and tried again, where %s", async (_, fate) => {
			const talk = await openTalk();
			browser.nextFates.push(fate);
			talk.rate(4);
			await browser.pass(fate === "is never answered" ? 15_500 : 500);
			expect(talk.view()).toMatchObject({ own: { rating: 4 }, ratingStatus: TRYING });
			await browser.pass(2_000);
			expect([ratings(), server.own.rating, talk.view().ratingStatus]).toEqual([[4, 4], 4, ""]);
		});

		it("goes back with the reason where the server refuses it, and may be given again", async () => {
			server.own = { ...server.own, rating: 2 };
			const talk = await openTalk();
			server.refusal = Response.json({ message: "Mark the talk watched to rate it." }, { status: 409 });
			talk.rate(5);
			await browser.pass(60_000);
			expect(talk.view()).toMatchObject({
				own: { rating: 2 },
				ratingStatus: "Not saved: Mark the talk watched to rate it.",
			});
			server.refusal = undefined;
			talk.rate(5);
			await browser.pass(500);
			expect([server.own.rating, talk.view().ratingStatus]).toEqual([5, ""]);
		});

		it("is sent after the mark that it needs, and not before", async () => {
			server.mark = null;
			const talk = await openTalk();
			browser.nextFates.push("is lost");
			talk.press("WATCHED");
			talk.rate(4);
			await browser.pass(500);
			expect([ratings(), talk.view().own?.rating]).toEqual([[], 4]);
			await browser.pass(2_000);
			expect([ratings(), server.own.rating, talk.view().own?.log.length]).toEqual([[4], 4, 1]);
		});

		it("is not taken back by an answer that was asked for before it", async () => {
			const talk = await openTalk();
			talk.press(null);
			talk.press("WATCHED");
			await browser.pass(50);
			talk.rate(3);
			await browser.pass(12);
			expect(talk.view().own?.rating).toBe(3);
			await browser.pass(1_000);
			expect([talk.view().own?.rating, server.own.rating, talk.view().own?.log.length]).toEqual([3, 3, 2]);
		});

		it("outlives its page where that is left at once", async () => {
			const talk = await openTalk();
			talk.rate(4);
			await browser.pass(0);
			talk.tab.close();
			await browser.pass(100);
			expect(server.own.rating).toBe(4);
		});

		it("that could not be sent is sent by the next page with the talk", async () => {
			const before = await openTalk();
			browser.goOffline();
			before.rate(4);
			await browser.pass(500);
			const after = await openTalk(before.tab.reload());
			browser.goOnline();
			await browser.pass(60_000);
			expect([server.own.rating, after.view().own?.rating, after.view().ratingStatus]).toEqual([4, 4, ""]);
			expect(Object.keys(browser.localStorage)).toEqual([]);
		});

		it("that could not be sent is neither shown to nor sent by who signs in instead, and stays when they sign out", async () => {
			const before = await openTalk();
			browser.goOffline();
			before.rate(4);
			before.tab.close();
			server.visitor = "eve";
			browser.goOnline();
			const after = await openTalk();
			await browser.pass(60_000);
			expect([ratings(), after.view()]).toEqual([[], { own: server.own, isAway: false, ratingStatus: "" }]);
			const [eve, ada] = [
				{ id: "eve", isGuest: false },
				{ id: "ada", isGuest: false },
			];
			after.tab.run(() => {
				dropKeptRatings(eve);
				expect([countKeptRatings(eve), countKeptRatings(ada)]).toEqual([0, 1]);
				dropKeptRatings(ada);
				expect(countKeptRatings(ada)).toBe(0);
			});
		});

		it.each(["{", "null", '{"stars":"4"}', '{"stars":4,"owner":"ada"}'])(
			"that is damaged in the browser is none: %s",
			async (text) => {
				browser.localStorage.setItem(`talkshelf.rating.${TALK}`, text);
				const talk = await openTalk();
				expect([ratings(), talk.view().own?.rating]).toEqual([[], null]);
			},
		);

		it.each(["full", "denied"] as const)(
			"is sent all the same where the browser keeps nothing (%s)",
			async (storage) => {
				browser.storage = storage;
				const talk = await openTalk();
				talk.rate(4);
				await browser.pass(100);
				expect([server.own.rating, talk.view().ratingStatus]).toEqual([4, ""]);
			},
		);

		it("is kept though the page is left right after the mark and the stars were pressed", async () => {
			server.mark = null;
			const before = await openTalk();
			before.press("WATCHED");
			before.rate(4);
			await openTalk(before.tab.reload());
			await browser.pass(60_000);
			expect([server.mark, server.own.rating]).toEqual(["WATCHED", 4]);
		});
	});

	describe("a topic", () => {
		it("stands on the talk at once, once, and stays as the server calls it", async () => {
			const talk = await openTalk();
			const said = [talk.putOn(" salt "), talk.putOn("Salt")];
			expect(talk.view().own?.topics).toEqual([SALT]);
			await browser.pass(500);
			expect(await Promise.all(said)).toEqual(["", ""]);
			expect([browser.writesTo("/topics/talks").length, talk.view().own?.topics]).toEqual([1, [SALT]]);
			void talk.putOn("Lamps");
			await browser.pass(500);
			const lamps = { slug: "lamps", name: "Lamps" };
			expect(talk.view().own).toMatchObject({ topics: [SALT, lamps], allTopics: [SALT, FOG, lamps] });
			void talk.takeOff(SALT);
			expect(talk.view().own?.topics).toEqual([lamps]);
			await browser.pass(500);
			expect([talk.view().own?.topics, server.own.topics]).toEqual([[lamps], [lamps]]);
		});

		it.each<[string, Fate, string]>([
			["the request was lost", "is lost", AWAY],
			["the server failed", failure(503), AWAY],
			["the server refuses it", failure(400), "Not saved: Failed with 400."],
		])("goes back, and is said to be not saved, where %s", async (_, fate, problem) => {
			server.own = { ...server.own, topics: [FOG] };
			const talk = await openTalk();
			browser.nextFates.push(fate, fate);
			const said = [talk.putOn("Salt"), talk.takeOff(FOG)];
			expect(talk.view().own?.topics).toEqual([SALT]);
			await browser.pass(500);
			expect(await Promise.all(said)).toEqual([problem, problem]);
			expect(talk.view().own?.topics).toEqual([FOG]);
		});
	});

	describe("the history", () => {
		it("has each mark once the server kept it, is corrected, and loses a slip, which the mark follows", async () => {
			server.mark = null;
			const talk = await openTalk();
			talk.press("MUST_SEE");
			talk.press("WATCHED");
			await browser.pass(500);
			expect(talk.view().own?.log.map(({ from, to }) => [from, to])).toEqual([
				[null, "MUST_SEE"],
				["MUST_SEE", "WATCHED"],
			]);
			const id = talk.view().own?.log[1]?.id ?? "";
			void talk.correct(id, "2026-02-14");
			await browser.pass(500);
			expect(talk.view().own?.log[1]?.correctedDay).toBe("2026-02-14");
			server.mark = "MUST_SEE";
			void talk.remove(id);
			await browser.pass(500);
			expect([talk.view().own?.log.length, talk.markOf()]).toEqual([1, "MUST_SEE"]);
		});

		it("stays as it is, and says so, where the server does not answer", async () => {
			const talk = await openTalk();
			talk.press("WATCHED");
			await browser.pass(500);
			const log = talk.view().own?.log ?? [];
			browser.nextFates.push("is lost", "is lost");
			const said = [talk.correct(log[0]?.id ?? "", "2026-02-14"), talk.remove(log[0]?.id ?? "")];
			await browser.pass(500);
			expect(await Promise.all(said)).toEqual([AWAY, AWAY]);
			expect(talk.view().own?.log).toEqual(log);
		});
	});

	it("of a new visitor makes a guest, whom the rest of the page then knows", async () => {
		server.visitor = null;
		const talk = await openTalk();
		expect(talk.visitor()).toBeNull();
		void talk.putOn("Salt");
		await browser.pass(500);
		expect(talk.visitor()?.id).toBe("ada");
	});

	it("changes nothing any more once its page is left", async () => {
		const talk = await openTalk();
		const view = talk.view();
		talk.close();
		server.own = { ...server.own, rating: 1 };
		talk.press("MISSED");
		await browser.pass(5_000);
		expect(talk.view()).toBe(view);
	});
});
