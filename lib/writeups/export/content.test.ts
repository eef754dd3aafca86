import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import type { Grouping, Order } from "../options";
import { buildExportContent, exportBaseName, listConferences } from "./prepare";
import { CONFERENCE, talkWith } from "./sample";
import type { CollectedTalks, ExportedTalk } from "./types";

const older = { ...CONFERENCE, slug: "conf-2025", title: "Conf: 2025", startDate: "2025-02-01", endDate: "2025-02-02" };
const go = { slug: "go", name: "Go", position: 1 };
const rust = { slug: "rust", name: "Rust & *C*", position: 0 };
const at = (time: string) => ({ start: new Date(`2026-01-31T${time}:00Z`) });
const markedAt = (day: number) => ({ status: "MUST_SEE" as const, updatedAt: new Date(Date.UTC(2026, 1, day)) });
const topic = (name: string) => ({ slug: name.toLowerCase(), name });

const a = talkWith({
	id: 1,
	...at("10:00"),
	track: go,
	rank: "b",
	mark: markedAt(3),
	topics: [topic("B"), topic("A")],
});
const b = talkWith({ id: 2, ...at("09:00"), track: go, rank: "a", mark: markedAt(1) });
const c = talkWith({ id: 3, ...at("11:00"), track: rust, mark: markedAt(2), topics: [topic("A")] });
const d = talkWith({ id: 4, ...at("08:00"), track: null, day: "2026-02-01" });
const e = talkWith({ id: 5, ...at("08:00"), track: go, conference: older, day: "2025-02-01" });

const ofAll = (...talks: ExportedTalk[]): CollectedTalks => ({ conference: null, talks });

function sections(collected: CollectedTalks, group: Grouping, order: Order = "schedule") {
	return buildExportContent(collected, { group, order }).sections.map(({ heading, items }) => [
		heading,
		...items.map(({ talkId }) => talkId),
	]);
}

describe("talks of an export", () => {
	test.each<[Grouping, Order, unknown[][]]>([
		[
			"track",
			"schedule",
			[
				["Rust & *C*", 3],
				["Go", 2, 1],
				["Other talks", 4],
			],
		],
		[
			"track",
			"marked",
			[
				["Rust & *C*", 3],
				["Go", 2, 1],
				["Other talks", 4],
			],
		],
		[
			"day",
			"schedule",
			[
				["Saturday 31 January 2026", 2, 1, 3],
				["Sunday 1 February 2026", 4],
			],
		],
		[
			"day",
			"own",
			[
				["Saturday 31 January 2026", 2, 1, 3],
				["Sunday 1 February 2026", 4],
			],
		],
		[
			"topic",
			"schedule",
			[
				["A", 1, 3],
				["B", 1],
				["Other talks", 4, 2],
			],
		],
		[
			"topic",
			"marked",
			[
				["A", 3, 1],
				["B", 1],
				["Other talks", 2, 4],
			],
		],
		["none", "schedule", [["", 4, 2, 1, 3]]],
		["none", "own", [["", 2, 1, 4, 3]]],
		["none", "marked", [["", 2, 3, 1, 4]]],
	])("are grouped by %s and sorted by %s", (group, order, expected) => {
		const escaped = expected.map(([heading, ...ids]) => [String(heading).replaceAll("*", "\\*"), ...ids]);
		expect(sections(ofAll(a, b, c, d), group, order)).toEqual(escaped);
		expect(sections(ofAll(d, c, b, a), group, order)).toEqual(escaped);
	});

	test("are named with their conference where there are several", () => {
		expect(sections(ofAll(a, e, c), "track")).toEqual([
			["Conf: 2025: Go", 5],
			["Conf 2026: Rust & \\*C\\*", 3],
			["Conf 2026: Go", 1],
		]);
		expect(sections(ofAll(a, e), "day")).toEqual([
			["Conf: 2025: Saturday 1 February 2025", 5],
			["Conf 2026: Saturday 31 January 2026", 1],
		]);
		expect(sections(ofAll(a, e), "none")).toEqual([["", 5, 1]]);
		expect(sections(ofAll(), "none")).toEqual([]);
	});
});

describe("an export", () => {
	const settings = { group: "track", order: "schedule" } as const;
	const head = (collected: CollectedTalks) => {
		const { title, date, frontMatter } = buildExportContent(collected, settings);
		return { title, date, frontMatter: load(frontMatter), name: exportBaseName(collected) };
	};

	test("is named after its one conference, and dated by the last change", () => {
		const withNote = { ...a, noteUpdatedAt: new Date("2026-03-01T10:00:00.123Z") };
		const expected = {
			title: "Notes on Conf 2026",
			date: "2026-03-01T10:00:00Z",
			frontMatter: { conference: "Conf 2026" },
			name: "conf-2026-notes",
		};
		expect(head({ conference: CONFERENCE, talks: [withNote, b] })).toEqual(expected);
		expect(head(ofAll(withNote, b))).toEqual(expected);
	});

	test("of several conferences names each, and of none none", () => {
		expect(head(ofAll(a, e))).toEqual({
			title: "Conference notes",
			date: "2026-02-03T00:00:00Z",
			frontMatter: { conferences: ["Conf: 2025", "Conf 2026"] },
			name: "talkshelf-notes",
		});
		expect(head(ofAll())).toEqual({
			title: "Conference notes",
			date: "",
			frontMatter: { conferences: [] },
			name: "talkshelf-notes",
		});
	});

	test("without any change has the conference's last day", () => {
		expect(head({ conference: CONFERENCE, talks: [] })).toMatchObject({ date: "2026-02-01" });
		expect(listConferences({ conference: CONFERENCE, talks: [] })).toEqual([CONFERENCE]);
	});

	test("has a name that can stand in a header", () => {
		expect(exportBaseName({ conference: { ...CONFERENCE, slug: 'a"b; ü_c' }, talks: [] })).toBe("a-b-_c-notes");
	});
});
