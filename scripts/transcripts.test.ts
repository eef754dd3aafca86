import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Db } from "@/lib/db/client";
import { createConference } from "@/lib/testing/conference";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { runScript, runScriptHere } from "./testing/run-script";

const SCRIPT = "scripts/transcripts.ts";

describe("scripts/transcripts.ts", () => {
	let database: TestDatabase;
	let db: Db;
	let server: Server;
	let isDown = true;
	const asked: string[] = [];

	beforeAll(async () => {
		database = await createTestDatabase("sqlite");
		db = createClient(database.url);
		server = createServer((request, response) => {
			asked.push(request.url ?? "");
			const isThere = request.url !== "/b.vtt" || !isDown;
			response
				.writeHead(isThere ? 200 : 503)
				.end(isThere ? "WEBVTT\n\n00:01.000 --> 00:02.000\nThe tide comes in" : "");
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	});
	afterAll(async () => {
		await db.$disconnect();
		await new Promise((resolve) => server.close(resolve));
		await database.remove();
	});

	const env = () => ({ DATABASE_URL: database.url, ALLOW_PRIVATE_SOURCES: "1" });
	const run = (...args: string[]) => runScript(SCRIPT, args, env());
	const runHere = (...args: string[]) => runScriptHere(SCRIPT, args, env());

	it("says what it does not understand", async () => {
		const unknown = await runHere("nowhere");
		const wrong = await run("reef", "--all");
		expect(unknown).toEqual({ code: 1, stdout: "", stderr: 'There is no conference "nowhere".\n' });
		expect([wrong.code, wrong.stdout, wrong.stderr.split("\n")[0]]).toEqual([
			2,
			"",
			"Usage: npm run transcripts -- [SLUG] [--again]",
		]);
	});

	it("fetches what is missing, a line for each talk, and goes on where it failed", async () => {
		const { port } = server.address() as AddressInfo;
		for (const [slug, files] of [
			["reef", ["/a.vtt", "/b.vtt"]],
			["cliff", ["/c.vtt"]],
		] as const) {
			const talks = files.map((file, index) => ({ slug: file.slice(1, 2), start: `2026-01-31T1${index}:00:00Z` }));
			const { idOf } = await createConference(db, { slug, talks });
			for (const file of files) {
				const url = `http://127.0.0.1:${port}${file}`;
				await db.talkLink.create({ data: { talkId: idOf(file.slice(1, 2)), url, kind: "SUBTITLES", position: 0 } });
			}
		}
		const missing = `127.0.0.1:${port} answers with status 503 instead of a subtitle file.`;
		const first = await run("reef");
		expect({
			...first,
			stdout: first.stdout
				.replace(/^\d of \d/gm, "n of 2")
				.split("\n")
				.toSorted(),
		}).toEqual({
			code: 1,
			stdout: [
				"",
				"2 subtitle files: 0 were here, 1 fetched, 1 failed.",
				"n of 2  a: 4 words",
				`n of 2  b: ${missing}`,
			],
			stderr: "",
		});
		isDown = false;
		expect(await runHere("reef")).toEqual({
			code: 1,
			stdout: `1 of 1  b: ${missing}\n2 subtitle files: 1 were here, 0 fetched, 1 failed.\n`,
			stderr: "",
		});
		expect(await runHere("--again")).toMatchObject({ code: 0, stderr: "" });
		expect(await runHere()).toEqual({
			code: 0,
			stdout: "3 subtitle files: 3 were here, 0 fetched, 0 failed.\n",
			stderr: "",
		});
		expect(asked.toSorted()).toEqual(["/a.vtt", "/b.vtt", "/b.vtt", "/c.vtt"]);
	});
});
