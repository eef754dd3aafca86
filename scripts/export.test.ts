import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import { createConference, createUser } from "@/lib/testing/conference";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { exportMarkdown, exportVault, prepareExport } from "@/lib/writeups/export/prepare";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

type Output = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

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

	function run(...args: string[]): Promise<Output> {
		const env = { ...process.env, DATABASE_URL: database.url, INIT_CWD: folder };
		return new Promise((resolve) => {
			const node = ["--import", "tsx", `${ROOT}/scripts/export.ts`, ...args];
			execFile(process.execPath, node, { cwd: ROOT, env, encoding: "buffer" }, (error, stdout, stderr) => {
				resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr: stderr.toString() });
			});
		});
	}

	async function prepared(query: string) {
		const found = await prepareExport(db, "ada", new URLSearchParams(query));
		if ("problem" in found) throw new Error(found.problem);
		return found;
	}

	it("writes the same as the app, to standard output or where npm was called", async () => {
		const user = ["--user", "Ada@Example.org", "--conference", "conf"];
		const [hugo, plain, vault] = await Promise.all([
			run(...user, "--flavour", "hugo"),
			run(...user, "--flavour", "plain", "--group", "none", "--include", "marked", "--bullet", "*", "--out", "out.md"),
			run(...user, "--flavour", "obsidian", "--out", "vault.zip"),
		]);
		const expected = await exportMarkdown(db, await prepared("conference=conf"));
		expect(expected).toContain("### A: one");
		expect({ ...hugo, stdout: hugo.stdout.toString() }).toEqual({ code: 0, stderr: "", stdout: expected });
		expect({ ...plain, stdout: plain.stdout.toString() }).toEqual({ code: 0, stderr: "", stdout: "" });
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
		const output = await run(...args);
		expect([output.code, output.stdout.toString()]).toEqual([code, ""]);
		expect(output.stderr.startsWith(sentence)).toBe(true);
		expect(output.stderr.trimEnd().split("\n")).toHaveLength(1);
	});

	it("tells how it is used", async () => {
		const { code, stdout, stderr } = await run("--help");
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout.toString()).toContain("Usage: npm run export -- --user EMAIL");
	});
});
