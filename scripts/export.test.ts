import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { exportMarkdown, exportVault, prepareExport } from "@/lib/writeups/export/prepare";
import { runScript, runScriptHere } from "./testing/run-script";

const SCRIPT = "scripts/export.ts";

describe("scripts/export.ts", () => {
	let database: TestDatabase;
	let db: Db;
	let folder: string;
	beforeAll(async () => {
		database = await createTestDatabase("sqlite");
		db = createClient(database.url);
		folder = await mkdtemp(join(tmpdir(), "talkshelf-export-"));
		const { idOf } = await createConference(db, {
			slug: "conf",
			talks: [
				{ slug: "a", title: "A: one", start: "2026-01-31T09:00:00Z", track: "Go", speakers: ["Ada"] },
				{ slug: "b", start: "2026-01-31T10:00:00Z" },
			],
		});
		await createUser(db, "ada");
		await db.note.create({ data: { userId: "ada", talkId: idOf("a"), text: "# It\n\nwas *good*." } });
		await db.mark.create({ data: { userId: "ada", talkId: idOf("b"), status: "MUST_SEE" } });
	});
	afterAll(async () => {
		await db.$disconnect();
		await database.remove();
		await rm(folder, { recursive: true });
	});

	const env = () => ({ DATABASE_URL: database.url, INIT_CWD: folder });
	const run = (...args: string[]) => runScript(SCRIPT, args, env());
	const runHere = (...args: string[]) => runScriptHere(SCRIPT, args, env());

	async function prepared(query: string) {
		const found = await prepareExport(db, "ada", new URLSearchParams(query));
		if ("problem" in found) throw new Error(found.problem);
		return found;
	}

	it("writes the same as the app, to standard output or where npm was called", async () => {
		const user = ["--user", "Ada@Example.org", "--conference", "conf"];
		const options = ["--flavour", "plain", "--group", "none", "--include", "marked", "--bullet", "*"];
		const hugo = await run(...user, "--flavour", "hugo");
		const plain = await runHere(...user, ...options, "--out", "out.md");
		const vault = await run(...user, "--flavour", "obsidian", "--out", "vault.zip");
		const expected = await exportMarkdown(db, await prepared("conference=conf"));
		expect(expected).toContain("### A: one");
		expect(hugo).toEqual({ code: 0, stderr: "", stdout: expected });
		expect(plain).toEqual({ code: 0, stderr: "", stdout: "" });
		const asked = await prepared("conference=conf&flavour=plain&group=none&include=marked&bullet=*");
		expect(await readFile(join(folder, "out.md"), "utf8")).toBe(await exportMarkdown(db, asked));
		expect(vault.code).toBe(0);
		const zip = await new Response(exportVault(db, await prepared("conference=conf"))).arrayBuffer();
		expect((await readFile(join(folder, "vault.zip"))).equals(Buffer.from(zip))).toBe(true);
	});

	it.each([
		[["--user", "nobody@example.org"], 1, "Nobody here has the address nobody@example.org."],
		[["--user", "ada@example.org", "--conference", "none"], 1, "There is no such conference here."],
		[["--user", "ada@example.org", "--writeup", "none"], 1, "There is no such write-up here."],
		[["--user", "ada@example.org", "--out", "no/such/folder"], 1, "It could not be written: ENOENT: no such file"],
		[["--conference", "conf"], 2, "Say whose talks: --user EMAIL. More is told by: npm run export -- --help"],
	])("says in one line what is wrong: %s", async (args, code, sentence) => {
		const output = await runHere(...args);
		expect([output.code, output.stdout]).toEqual([code, ""]);
		expect(output.stderr.startsWith(sentence)).toBe(true);
		expect(output.stderr.trimEnd().split("\n")).toHaveLength(1);
	});

	it("tells how it is used", async () => {
		const { code, stdout, stderr } = await runHere("--help");
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toContain("Usage: npm run export -- --user EMAIL");
	});
});
