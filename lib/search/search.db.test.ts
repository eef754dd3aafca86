import { beforeAll, expect, it } from "vitest";
import { saveNote } from "@/lib/notes/mutations";
import { findConference } from "@/lib/talks/conferences";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import type { Excerpt } from "@/lib/text/excerpt";
import { saveTranscript } from "@/lib/transcripts/mutations";
import type { SearchParams } from "@/lib/urls/search-params";
import { loadFilteredWatchlist } from "@/lib/watchlist/list/queries";
import { explainMatches } from "./explain-matches";
import { countTranscripts, countTranscriptsOfMarked, findTalks } from "./queries";

const cuesOf = (text: string) => [{ start: 6.5, end: 9, text }].filter((cue) => cue.text !== "");

describeOnEachDatabase("searching talks for a visitor", (getDb) => {
	let conferenceId: number;

	beforeAll(async () => {
		const start = "2026-01-31T09:00:00Z";
		const { id, idOf } = await createConference(getDb(), {
			slug: "conf",
			talks: [
				{ slug: "rust", start, abstract: "Ownership", links: ["SUBTITLES", "RECORDING"] },
				{ slug: "go", start, links: ["SUBTITLES"] },
				{ slug: "zig", start, links: ["SUBTITLES"] },
				{ slug: "plain", start },
				{ slug: "gone", start, withdrawn: true, links: ["SUBTITLES"] },
			],
		});
		conferenceId = id;
		const other = await createConference(getDb(), {
			slug: "other",
			talks: [{ slug: "go", start, links: ["SUBTITLES"] }],
		});
		for (const user of ["ada", "bob"]) await createUser(getDb(), user);
		const write = (userId: string, talkId: number, text: string, takeaways: readonly string[]) =>
			saveNote(getDb(), {
				userId,
				talkId,
				text,
				takeaways: takeaways.map((line, index) => ({ id: `t${index}`, text: line })),
				baseRevision: 0,
			});
		await write("ada", idOf("plain"), "About **wombats**", ["Naïve ownership"]);
		await write("ada", other.idOf("go"), "Wombats elsewhere", []);
		await write("bob", idOf("go"), "Wombats are secret", []);
		const say = (talkId: number, text: string, problem = "") => {
			const file = { talkId, url: "https://example.org/SUBTITLES", fetchedAt: new Date(0) };
			return saveTranscript(getDb(), { ...file, cues: cuesOf(text), problem });
		};
		await say(idOf("rust"), "The Wombat said naïve things");
		await say(idOf("zig"), "", "The file could not be read.");
		await say(other.idOf("go"), "A wombat, too");
		for (const slug of ["rust", "plain", "zig"]) {
			await getDb().mark.create({ data: { userId: "ada", talkId: idOf(slug), status: "MUST_SEE" } });
		}
		await getDb().mark.create({ data: { userId: "bob", talkId: idOf("plain"), status: "WATCHED" } });
	});

	async function found(params: SearchParams, userId: string | null = "ada", anyMark = false): Promise<string[]> {
		const conference = await findConference(getDb(), "conf");
		if (!conference) throw new Error("The test has no conference.");
		const { talks } = await findTalks(getDb(), { conference, userId, params, anyMark });
		return talks.map(({ slug }) => slug).sort();
	}

	it("finds words of one's own notes, and nobody else's", async () => {
		expect(await found({ q: "wombats" })).toEqual(["plain"]);
		expect(await found({ q: "WÖMBATS naive" })).toEqual(["plain"]);
		expect(await found({ q: "ownership" })).toEqual(["plain", "rust"]);
		expect(await found({ q: "secret" })).toEqual([]);
		expect(await found({ q: "wombats" }, "bob")).toEqual(["go"]);
		expect(await found({ q: "wombats" }, null)).toEqual([]);
		expect(await found({ q: "elsewhere" })).toEqual([]);
	});

	it("finds what was said where it is asked to, for everybody", async () => {
		expect(await found({ q: "wombat" })).toEqual(["plain"]);
		expect(await found({ q: "wombat", transcripts: "1" })).toEqual(["plain", "rust"]);
		expect(await found({ q: "wombat", transcripts: "1" }, null)).toEqual(["rust"]);
		expect(await found({ q: "wombat ownership naive", transcripts: "1" }, null)).toEqual(["rust"]);
		expect(await found({ q: "wombat secret", transcripts: "1" })).toEqual([]);
		expect(await found({ transcripts: "1" }, null)).toEqual(["go", "plain", "rust", "zig"]);
	});

	it("tells why a talk was found, for oneself alone", async () => {
		const conference = await findConference(getDb(), "conf");
		if (!conference) throw new Error("The test has no conference.");
		const reasonsOf = async (userId: string | null, q: string) => {
			const found = await findTalks(getDb(), { conference, userId, params: { q, transcripts: "1" } });
			const reasons = await explainMatches(getDb(), found, found.talks);
			return found.talks.map(({ id, slug }) => {
				const { note = null, said = null } = reasons.get(id) ?? {};
				const textOf = (excerpt: Excerpt | null) => excerpt?.parts.map(({ text }) => text).join("") ?? null;
				return [slug, textOf(note), said && [said.time, textOf(said.quote)]];
			});
		};
		const rust = ["rust", null, [6, "The Wombat said naïve things"]];
		expect(await reasonsOf("ada", "wombat")).toEqual([["plain", "Naïve ownership\nAbout wombats", null], rust]);
		expect(await reasonsOf(null, "wombat ownership")).toEqual([rust]);
		expect(await reasonsOf("bob", "secret")).toEqual([["go", "Wombats are secret", null]]);
		expect(await reasonsOf("bob", "rust")).toEqual([["rust", null, null]]);
	});

	it("filters by the visitor's marks, unless it is told not to", async () => {
		expect(await found({ q: "wombats", mark: "none" })).toEqual([]);
		expect(await found({ q: "wombats", mark: "none" }, "ada", true)).toEqual(["plain"]);
	});

	it("says how many of the transcripts are here", async () => {
		expect(await countTranscripts(getDb(), conferenceId)).toEqual({ all: 3, here: 1 });
		expect(await countTranscriptsOfMarked(getDb(), "ada")).toEqual({ all: 2, here: 1 });
		expect(await countTranscriptsOfMarked(getDb(), "bob")).toEqual({ all: 0, here: 0 });
		expect(await countTranscripts(getDb(), 0)).toEqual({ all: 0, here: 0 });
	});

	it("finds the same on the watchlist", async () => {
		const onWatchlist = async (params: SearchParams, userId = "ada") => {
			const { visible: shown } = await loadFilteredWatchlist(getDb(), { userId, params: { tab: "all", ...params } });
			return shown.map(({ talk }) => talk.slug).sort();
		};
		expect(await onWatchlist({ q: "wombats" })).toEqual(["plain"]);
		expect(await onWatchlist({ q: "wombats" }, "bob")).toEqual([]);
		expect(await onWatchlist({ q: "wombat", transcripts: "1" })).toEqual(["plain", "rust"]);
		expect(await onWatchlist({ q: "wombat conf", transcripts: "1" })).toEqual(["plain", "rust"]);
	});
});
