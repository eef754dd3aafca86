import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileLine } from "@/lib/testing/hostile-markdown";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import { writeWatchlistCsv } from "./write";

const BASE = "https://shelf.example";
const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: "\r\n" });

describe("a watchlist as a table", () => {
	it("says of each talk what it is, when it was and what the visitor made of it", () => {
		const entry = watchlistEntry({
			status: "WATCHED",
			hasNote: true,
			takeawayCount: 3,
			rating: 4,
			topics: [
				{ slug: "a", name: "A" },
				{ slug: "b", name: "B" },
			],
			talk: {
				title: 'Caf\u00e9, "quoted"',
				track: { slug: "go", name: "Go" },
				room: { slug: "r", name: "R 1" },
				speakers: [
					{ slug: "x", name: "X" },
					{ slug: "y", name: "Y" },
				],
				hasRecording: true,
			},
		});
		expect(writeWatchlistCsv([entry], BASE)).toBe(
			"\uFEFFconference,title,speakers,track,room,day,start,minutes,mark,marked,stars,topics,takeaways,note,recording,address\r\n" +
				'Conf,"Caf\u00e9, ""quoted""",X and Y,Go,R 1,2026-01-31,10:00,30,Watched,2026-01-15,4,"A, B",3,yes,yes,https://shelf.example/conferences/conf/talks/talk-1\r\n',
		);
	});

	it("runs no formula, wherever a text would begin one", () => {
		const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
		const titles = read(
			writeWatchlistCsv(
				formulas.map((title) => watchlistEntry({ talk: { title } })),
				BASE,
			),
		).map((row) => row[1]);
		expect(titles).toEqual(["title", ...formulas.map((formula) => `'${formula}`)]);
	});

	it("is read back, whatever the texts are", () => {
		const text = fc.oneof(hostileLine, fc.string({ unit: "grapheme" }), fc.constantFrom("a\r\nb", '"', ",", ";", "\n"));
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (texts) => {
				const entries = texts.map(([title, name]) => watchlistEntry({ talk: { title, room: { slug: "r", name } } }));
				const rows = read(writeWatchlistCsv(entries, BASE)).slice(1);
				const plain = (cell: string | undefined) => cell?.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, "");
				expect(rows.map((row) => [plain(row[1]), plain(row[4])])).toEqual(
					texts.map((pair) => pair.map((cell) => plain(cell))),
				);
			}),
		);
	});
});
