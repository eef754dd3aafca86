import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { runScript, runScriptHere } from "./testing/run-script";

const SCRIPT = "scripts/import.ts";
const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";

describe("scripts/import.ts", () => {
	let database: TestDatabase;
	let folder: string;
	beforeAll(async () => {
		database = await createTestDatabase("sqlite");
		folder = await mkdtemp(join(tmpdir(), "talkshelf-import-"));
	});
	afterAll(async () => {
		await database.remove();
		await rm(folder, { recursive: true });
	});

	const env = () => ({ DATABASE_URL: database.url, ALLOW_PRIVATE_SOURCES: "", INIT_CWD: folder });
	const run = (...args: string[]) => runScript(SCRIPT, args, env());
	const runHere = (...args: string[]) => runScriptHere(SCRIPT, args, env());

	it("prints one object with --json, and sentences without", async () => {
		const { stdout, ...rest } = await run(SAMPLE, "--json");
		expect(rest).toEqual({ code: 0, stderr: "" });
		expect(stdout.trim().split("\n")).toHaveLength(1);
		expect(JSON.parse(stdout)).toMatchObject({
			conference: "fosdem-2026",
			talks: { added: 17, unchanged: 0 },
			warnings: [],
		});

		const again = await runHere(SAMPLE);
		expect({ ...again, stdout: again.stdout.split("\n").slice(0, 2) }).toEqual({
			code: 0,
			stderr: "",
			stdout: [
				"FOSDEM 2026: 17 talks, 17 with a recording; 5 tracks; 4 rooms; 21 speakers.",
				"Talks: 0 added, 0 changed, 0 withdrawn, 17 unchanged.",
			],
		});
	});

	it("says in one line what is wrong with a source, and changes nothing then", async () => {
		await writeFile(join(folder, "cut.xml"), "<schedule><conference><acronym>fosdem-2026</acronym>");
		const db = createClient(database.url);
		const before = await db.conference.findMany();
		const outputs = [
			await run("cut.xml"),
			await runHere("missing.xml", "--json"),
			await runHere("http://127.0.0.1:9/schedule.xml", "--json", "--timeout", "2"),
		];
		expect(outputs).toEqual([
			{ code: 1, stdout: "", stderr: "The file is cut off: it ends before the schedule does.\n" },
			{ code: 1, stdout: "", stderr: `There is no file "${join(folder, "missing.xml")}".\n` },
			{
				code: 1,
				stdout: "",
				stderr:
					"127.0.0.1 is on a private network, which is refused; set ALLOW_PRIVATE_SOURCES=1 to read schedules from there.\n",
			},
		]);
		expect(await db.conference.findMany()).toEqual(before);
		await db.$disconnect();
		expect(await readdir(folder)).toEqual(["cut.xml"]);
	});

	it("withdraws more than a third of the talks with --yes alone, and says so in a sentence and in JSON", async () => {
		const file = (...titles: string[]) =>
			["title,date,start", ...titles.map((title) => `${title},2026-01-31,10:00`)].join("\n");
		const source = join(folder, "small.csv");
		const db = createClient(database.url);
		await importFile(db, Buffer.from(file("One", "Two", "Three")), { source, now: new Date() });
		await db.$disconnect();
		await writeFile(source, file("One"));
		const problem =
			'Nothing was imported: it would withdraw 2 of the 3 talks of "small", which has to be confirmed. Give --yes to import it all the same.';
		const { stdout, ...rest } = await runHere("small.csv", "--json");
		expect(rest).toEqual({ code: 3, stderr: `${problem}\n` });
		expect(JSON.parse(stdout)).toEqual({ title: "small", withdrawn: 2, talks: 3, problem });
		expect((await runHere("small.csv", "--yes")).stdout).toContain(
			"Talks: 0 added, 0 changed, 2 withdrawn, 1 unchanged.",
		);
	});

	it("imports a file as the conference that it is told", async () => {
		const { stdout } = await runHere(SAMPLE, "--as", "my-fosdem", "--json");
		expect(JSON.parse(stdout)).toMatchObject({ conference: "my-fosdem", talks: { added: 17 } });
	});

	it("answers wrong usage with how it is used, and 2", async () => {
		const outputs = [
			await run(),
			await runHere("a", "b"),
			await runHere(SAMPLE, "--verbose"),
			await runHere(SAMPLE, "--timeout", "soon"),
			await runHere(SAMPLE, "--as", "a/b"),
		];
		expect(outputs.map(({ code, stdout, stderr }) => [code, stdout, stderr.split("\n")[0]])).toEqual(
			Array(5).fill([2, "", "Usage: npm run import -- SOURCE [--as SLUG] [--yes] [--json] [--timeout SECONDS]"]),
		);
	});
});
