import { describe, expect, test } from "vitest";
import { parseExportArguments } from "./arguments";
import { SETTINGS } from "./settings-params";

const read = (line: string) => {
	const found = parseExportArguments(line.split(" ").filter((word) => word !== ""));
	return typeof found === "string" || "problem" in found ? found : { ...found, params: found.params.toString() };
};

describe("what a command line asks to be exported", () => {
	test.each([
		["--user Ada@Example.org", { email: "ada@example.org", params: "", out: null }],
		["--user a@b --out - --conference c", { email: "a@b", params: "conference=c", out: null }],
		[
			"--user a@b --out f.md --include marked --status must-see,watched --flavour jekyll --bullet=- --heading-level 3",
			{
				email: "a@b",
				params: "include=marked&flavour=jekyll&heading-level=3&bullet=-&status=must-see%2Cwatched",
				out: "f.md",
			},
		],
		[
			"--user a@b --writeup w --takeaways-label Learnt:",
			{ email: "a@b", params: "writeup=w&takeaways-label=Learnt%3A", out: null },
		],
		["--help --user", { problem: "Option '--user <value>' argument missing." }],
		["-h", "help"],
		["", { problem: "Say whose talks: --user EMAIL." }],
		["--user=", { problem: "Say whose talks: --user EMAIL." }],
		["--user a@b --flavour word", { problem: "--flavour is hugo, jekyll, astro, plain or obsidian." }],
		["--user a@b --include all", { problem: "--include can only be marked." }],
		["--user a@b --status seen", { problem: "--status is must-see, watched or missed." }],
		["--user a@b --slide-links true", { problem: "--slide-links is yes or no." }],
		["--user a@b --takeaways-label=", { problem: "--takeaways-label is 1 to 200 characters." }],
		["--user a@b --conference=", { problem: "--conference is empty." }],
		["--user a@b --out=", { problem: "--out is empty." }],
		[
			"--user a@b --conference c --writeup w",
			{ problem: "A write-up has its own talks: give either --conference or --writeup." },
		],
		["--user a@b --colour red", { problem: "Unknown option '--colour'." }],
		["--user a@b more", { problem: "Unexpected argument 'more'." }],
	])("%s", (line, expected) => {
		expect(read(line)).toEqual(expected);
	});

	test("every setting can be said", () => {
		for (const { name, values } of SETTINGS) {
			for (const value of values ?? ["Learnt"]) {
				expect(read(`--user a@b --${name}=${value}`)).toMatchObject({
					params: new URLSearchParams({ [name]: value }).toString(),
				});
			}
		}
	});
});
