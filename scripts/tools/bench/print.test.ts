import { expect, test } from "vitest";
import { formatReport } from "./print";
import { bytes, count, ms, perSecond, type Report, ratio, toJson } from "./report";

const report: Report = {
	about: { schedule: "a.xml", machine: "2 cores" },
	tables: [
		{
			name: "served",
			title: "Pages",
			rows: [
				{ name: "day", values: { median: ms(12.345), rate: perSecond(1234.5), size: bytes(1_240_000) } },
				{ name: "other", values: { median: ms(1234.4), requests: count(12) } },
			],
			targets: [
				{ name: "all bytes", measured: bytes(249_999), below: 250_000 },
				{ name: "blocked", measured: ms(400), below: 400 },
				{ name: "against a file", measured: ratio(0.499), atLeast: 0.5 },
			],
		},
	],
};

test("a report is printed as tables, its targets last", () => {
	expect(formatReport(report)).toBe(
		[
			"  schedule  a.xml",
			"  machine   2 cores",
			"",
			"Pages",
			"           median     rate     size  requests",
			"  day     12.3 ms  1,235/s  1.24 MB",
			"  other  1,234 ms                          12",
			"",
			"Targets",
			"  all bytes       250.0 kB  below 250.0 kB  ok",
			"  blocked         400 ms    below 400 ms    OVER",
			"  against a file  0.50      at least 0.50   UNDER",
		].join("\n"),
	);
});

test("a report is one object of plain numbers", () => {
	expect(toJson(report)).toEqual({
		about: { schedule: "a.xml", machine: "2 cores" },
		tables: {
			served: {
				day: { median: 12.345, rate: 1234.5, size: 1_240_000 },
				other: { median: 1234.4, requests: 12 },
			},
		},
		targets: [
			{ name: "all bytes", value: 249_999, below: 250_000, isMet: true },
			{ name: "blocked", value: 400, below: 400, isMet: false },
			{ name: "against a file", value: 0.499, atLeast: 0.5, isMet: false },
		],
	});
});
