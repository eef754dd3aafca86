import { describe, expect, it } from "vitest";
import type { MarkStatus } from "@/lib/marks/status";
import type { TalkListItem } from "@/lib/talks/types";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";
import { parsePage } from "@/lib/urls/search-params";
import { filterTalks, findWordsInExtras, listActiveFilters, parseFilter, toFilterParams } from "./filter";
import { indexTalk } from "./queries";
import { type IndexedTalk, NO_FILTER, type SearchExtras, type TalkFilter, type TalkIndex } from "./types";

const rust = { slug: "rust", name: "Rust" };
const go = { slug: "go", name: "Go" };
const janson = { slug: "janson", name: "Janson" };
const ada = { slug: "ada", name: "Ada Lovelace", normalized: "ada lovelace" };
const rene = { slug: "rene", name: "René Descartes", normalized: "rene descartes" };

function talk(id: number, changes: Partial<TalkListItem>): TalkListItem {
	return {
		id,
		slug: `talk-${id}`,
		title: `Talk ${id}`,
		subtitle: "",
		type: "devroom",
		language: "en",
		day: "2026-01-31",
		start: new Date("2026-01-31T09:00:00Z"),
		duration: 30,
		track: null,
		room: null,
		speakers: [],
		hasRecording: false,
		hasSlides: false,
		isCancelled: false,
		isWithdrawn: false,
		...changes,
	};
}

const talks = [
	indexTalk(talk(1, { title: "Café in Rust", track: rust, room: janson, speakers: [ada], hasRecording: true }), []),
	indexTalk(talk(2, { track: go, speakers: [rene, ada], day: "2026-02-01", type: "keynote", hasSlides: true }), [
		"On **thinking** machines, see [rust](https://example.org/ferris)",
	]),
	indexTalk(talk(3, { language: "fr", subtitle: "Sous-titre" }), ["crab"]),
];
const index: TalkIndex = {
	talks,
	days: ["2026-01-31", "2026-02-01"],
	tracks: [rust, go],
	rooms: [janson],
	speakers: [ada, rene],
	types: ["devroom", "keynote"],
	languages: ["en", "fr"],
};
const marks = new Map<number, MarkStatus>([[1, "WATCHED"]]);

const idsOf = (filter: Partial<TalkFilter>) =>
	filterTalks(talks, { ...NO_FILTER, ...filter }, marks).map(({ id }) => id);

describe("filtering", () => {
	it("lets everything through without a filter", () => {
		expect(idsOf({})).toEqual([1, 2, 3]);
	});

	it.each<[Partial<TalkFilter>, number[]]>([
		[{ days: ["2026-02-01"] }, [2]],
		[{ tracks: ["rust"] }, [1]],
		[{ tracks: ["rust", "go"] }, [1, 2]],
		[{ rooms: ["janson"] }, [1]],
		[{ speakers: ["ada"] }, [1, 2]],
		[{ types: ["keynote"] }, [2]],
		[{ languages: ["fr"] }, [3]],
		[{ marks: ["WATCHED"] }, [1]],
		[{ marks: ["UNMARKED"] }, [2, 3]],
		[{ marks: ["MISSED"] }, []],
		[{ hasRecording: true }, [1]],
		[{ hasSlides: true }, [2]],
		[{ tracks: ["rust"], days: ["2026-02-01"] }, []],
	])("%j leaves %j", (filter, expected) => {
		expect(idsOf(filter)).toEqual(expected);
	});

	it("finds all words, in any case, with or without accents, in title, subtitle, speakers, track and abstract", () => {
		expect(idsOf({ query: "CAFE rust" })).toEqual([1]);
		expect(idsOf({ query: "rust" })).toEqual([1, 2]);
		expect(idsOf({ query: "rene machines" })).toEqual([2]);
		expect(idsOf({ query: "sous-titre crab" })).toEqual([3]);
		expect(idsOf({ query: "crab rust" })).toEqual([]);
	});

	it("does not find words of a link's address", () => {
		expect(idsOf({ query: "ferris" })).toEqual([]);
	});
});

describe("looking beside the talks", () => {
	const noted = (plain: string) => ({ plain, normalized: normalizeForSearch(plain) });
	const beside: SearchExtras = {
		notes: new Map([
			[1, noted("A **wombat**")],
			[3, noted("Naïve thinking")],
		]),
		transcripts: new Map([
			["wombat", new Set([2])],
			["ferrous", new Set([1, 2])],
		]),
	};
	const found = (query: string) =>
		filterTalks(talks, { ...NO_FILTER, query }, marks, beside).map(({ id }) => {
			const { inNote: noted, inTranscript: said } = findWordsInExtras(
				talks[id - 1] as IndexedTalk,
				tokenizeQuery(query),
				beside,
			);
			return [id, noted, said];
		});

	it.each<[string, unknown[]]>([
		[
			"",
			[
				[1, [], []],
				[2, [], []],
				[3, [], []],
			],
		],
		[
			"rust",
			[
				[1, [], []],
				[2, [], []],
			],
		],
		[
			"wombat",
			[
				[1, ["wombat"], []],
				[2, [], ["wombat"]],
			],
		],
		[
			"WÖMBAT rust",
			[
				[1, ["wombat"], []],
				[2, [], ["wombat"]],
			],
		],
		[
			"ferrous",
			[
				[1, [], ["ferrous"]],
				[2, [], ["ferrous"]],
			],
		],
		[
			"ferrous wombat",
			[
				[1, ["wombat"], ["ferrous"]],
				[2, [], ["ferrous", "wombat"]],
			],
		],
		[
			"thinking",
			[
				[2, [], []],
				[3, ["thinking"], []],
			],
		],
		["naive crab", [[3, ["naive"], []]]],
		["ferrous crab", []],
	])("%j is found in %j", (query, expected) => {
		expect(found(query)).toEqual(expected);
	});
});

describe("a filter's address", () => {
	const full: TalkFilter = {
		query: "a b",
		days: ["2026-01-31"],
		tracks: ["rust", "go"],
		rooms: ["janson"],
		speakers: ["ada"],
		types: ["devroom"],
		languages: ["fr"],
		marks: ["MUST_SEE", "UNMARKED"],
		hasRecording: true,
		hasSlides: true,
		inTranscripts: true,
	};
	const asSearchParams = (params: URLSearchParams) =>
		Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));

	it("reads back what it wrote", () => {
		expect(String(toFilterParams(full))).toBe(
			"q=a+b&day=2026-01-31&track=rust&track=go&room=janson&speaker=ada&type=devroom&language=fr&mark=must-see&mark=none&recording=1&slides=1&transcripts=1",
		);
		expect(parseFilter(asSearchParams(toFilterParams(full)), index)).toEqual(full);
		expect(parseFilter({}, index)).toEqual(NO_FILTER);
	});

	it("leaves out what the conference does not have", () => {
		const params = {
			day: "1999-01-01",
			track: ["rust", "cobol"],
			room: "",
			mark: "liked",
			type: "x",
			speaker: "nobody",
		};
		expect(parseFilter(params, index)).toEqual({ ...NO_FILTER, tracks: ["rust"] });
	});

	it("takes a speaker by slug, by name or by a part of it", () => {
		expect(parseFilter({ speaker: "ada" }, index).speakers).toEqual(["ada"]);
		expect(parseFilter({ speaker: "rene descartes" }, index).speakers).toEqual(["rene"]);
		expect(parseFilter({ speaker: "lovelace" }, index).speakers).toEqual(["ada"]);
	});

	it("takes marks as they are spelled elsewhere", () => {
		expect(parseFilter({ mark: ["MUST_SEE", "Watched"] }, index).marks).toEqual(["MUST_SEE", "WATCHED"]);
	});

	it("says what it filters by, each with the filter that is left without it", () => {
		const words = {
			query: (query: string) => query,
			day: (day: string) => day,
			language: (language: string) => language,
			mark: { MUST_SEE: "m", WATCHED: "w", MISSED: "x", UNMARKED: "none" },
			recording: "recording",
			slides: "slides",
			transcripts: "transcripts",
		};
		const active = listActiveFilters(full, index, words);
		expect(active.map(({ label }) => label)).toEqual([
			"a b",
			"2026-01-31",
			"Rust",
			"Go",
			"Janson",
			"Ada Lovelace",
			"devroom",
			"fr",
			"m",
			"none",
			"recording",
			"slides",
			"transcripts",
		]);
		expect(active[2]?.without).toEqual({ ...full, tracks: ["go"] });
		expect(active[11]?.without).toEqual({ ...full, hasSlides: false });
		expect(active[12]?.without).toEqual({ ...full, inTranscripts: false });
	});

	it("goes to the first page where the one asked for is not there", () => {
		expect(parsePage({ page: "3" }, 3)).toBe(3);
		for (const page of ["0", "4", "-1", "1.5", "x", ""]) expect(parsePage({ page }, 3)).toBe(1);
	});
});
