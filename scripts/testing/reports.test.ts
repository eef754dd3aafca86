import { expect, test } from "vitest";
import { findSlowest, listSkipReasons, playwrightTests, vitestTests } from "./reports.mjs";

const unit = vitestTests(
	{
		testResults: [
			{
				name: "/talkshelf/lib/a.test.ts",
				assertionResults: [
					{ status: "passed", fullName: "a is quick", duration: 12 },
					{ status: "failed", fullName: "a is slow", duration: 2345 },
					{ status: "skipped", fullName: "a (PostgreSQL skipped: TEST_DATABASE_URL is not set) is there" },
				],
			},
		],
	},
	"/talkshelf",
);

const endToEnd = playwrightTests({
	suites: [
		{
			title: "b.spec.ts",
			specs: [
				{
					title: "one reads",
					file: "b.spec.ts",
					tests: [{ projectName: "sqlite", status: "expected", results: [{ duration: 900 }, { duration: 600 }] }],
				},
			],
			suites: [
				{
					title: "an author (skipped: there is no ../shared)",
					specs: [
						{
							title: "writes",
							file: "b.spec.ts",
							tests: [{ projectName: "sqlite", status: "skipped", results: [] }],
						},
					],
				},
			],
		},
	],
});

test("tests of both runners are listed with their files, groups and times", () => {
	expect([...unit, ...endToEnd]).toEqual([
		{ file: "lib/a.test.ts", title: "a is quick", milliseconds: 12, isSkipped: false },
		{ file: "lib/a.test.ts", title: "a is slow", milliseconds: 2345, isSkipped: false },
		{
			file: "lib/a.test.ts",
			title: "a (PostgreSQL skipped: TEST_DATABASE_URL is not set) is there",
			milliseconds: 0,
			isSkipped: true,
		},
		{ file: "e2e/b.spec.ts", title: "one reads (sqlite)", milliseconds: 1500, isSkipped: false },
		{
			file: "e2e/b.spec.ts",
			title: "an author (skipped: there is no ../shared) writes (sqlite)",
			milliseconds: 0,
			isSkipped: true,
		},
	]);
});

test("the slowest tests and files come first, as many as are asked for", () => {
	expect(findSlowest([...unit, ...endToEnd], 2)).toEqual({
		tests: ["   2.3 s  lib/a.test.ts: a is slow", "   1.5 s  e2e/b.spec.ts: one reads (sqlite)"],
		files: ["   2.4 s  lib/a.test.ts", "   1.5 s  e2e/b.spec.ts"],
	});
});

test("what is skipped is counted by its reason", () => {
	const bare = { file: "c", title: "c", milliseconds: 0, isSkipped: true };
	expect(listSkipReasons([...endToEnd, ...unit, ...unit, bare])).toEqual([
		"2 skipped: TEST_DATABASE_URL is not set",
		"1 skipped: there is no ../shared",
		'1 skipped: no reason given by "c"',
	]);
});
