import { beforeAll, expect, it } from "vitest";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { saveTranscript } from "./mutations";
import { findTalksSaying } from "./search";

describeOnEachDatabase("the talks that say a word", (getDb) => {
	const said: Record<string, string> = {
		tide: "The tide comes in at 100%_sure",
		cafe: "Le café, l'été: a \\ in 'quotes'",
		rust: "Rust and the TIDE",
		gone: "A tide that nobody links to",
	};
	let ids: ReadonlyMap<string, number>;
	let conferenceId: number;
	let other: { readonly conferenceId: number; readonly talkId: number };

	beforeAll(async () => {
		const start = "2026-01-31T09:00:00Z";
		const talks = [...Object.keys(said), "silent"].map((slug) => ({ slug, start }));
		const made = await createConference(getDb(), { slug: "reef", talks });
		const elsewhere = await createConference(getDb(), { slug: "cliff", talks: [{ slug: "tide", start }] });
		ids = new Map(talks.map(({ slug }) => [slug, made.idOf(slug)]));
		conferenceId = made.id;
		other = { conferenceId: elsewhere.id, talkId: elsewhere.idOf("tide") };
		const keep = async (talkId: number, text: string) => {
			const url = `https://example.org/${talkId}.vtt`;
			if (text !== said.gone) await getDb().talkLink.create({ data: { talkId, url, kind: "SUBTITLES", position: 0 } });
			const cues = text.split(" ").map((word, start) => ({ start, end: start + 1, text: word }));
			await saveTranscript(getDb(), { talkId, url, cues, problem: "", fetchedAt: new Date(0) });
		};
		for (const [slug, text] of Object.entries(said)) await keep(ids.get(slug) ?? 0, text);
		await keep(other.talkId, "Another tide");
	});

	/** Slugs by word; the other conference's talk is "other". */
	async function saying(words: readonly string[], scope: { conferenceId?: number; talkIds?: readonly number[] } = {}) {
		const slugs = new Map([...[...ids].map(([slug, id]) => [id, slug] as const), [other.talkId, "other"]]);
		const found = await findTalksSaying(getDb(), { ...scope, words });
		return [...found].map(([word, talks]) => [word, [...talks].map((id) => slugs.get(id)).toSorted()]);
	}

	it("are found for each word by itself, within longer words and over cues", async () => {
		expect(await saying(["tide", "cafe", "rus", "kraken", "tide"], { conferenceId })).toEqual([
			["tide", ["rust", "tide"]],
			["cafe", ["cafe"]],
			["rus", ["rust"]],
			["kraken", []],
		]);
	});

	it("are those of a conference, of some ids, or of all", async () => {
		expect(await saying(["tide"], { conferenceId: other.conferenceId })).toEqual([["tide", ["other"]]]);
		expect(await saying(["tide"])).toEqual([["tide", ["other", "rust", "tide"]]]);
		const some = [ids.get("rust") ?? 0, other.talkId, ...Array.from({ length: 2000 }, (_, index) => 1_000_000 + index)];
		expect(await saying(["tide"], { talkIds: some })).toEqual([["tide", ["other", "rust"]]]);
		expect(await saying(["tide"], { talkIds: some, conferenceId })).toEqual([["tide", ["rust"]]]);
		expect(await saying(["tide"], { talkIds: [] })).toEqual([["tide", []]]);
	});

	it("are found for what means more to a database, and for nothing where nothing is looked for", async () => {
		expect(await saying(["%", "_", "\\", "'quotes'", "%ti", "'; --", ""])).toEqual([
			["%", ["tide"]],
			["_", ["tide"]],
			["\\", ["cafe"]],
			["'quotes'", ["cafe"]],
			["%ti", []],
			["'; --", []],
			["", []],
		]);
		expect(await saying([])).toEqual([]);
	});
});
