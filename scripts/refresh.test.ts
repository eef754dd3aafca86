import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";
import { runScript, runScriptHere } from "./testing/run-script";

const SCRIPT = "scripts/refresh.ts";
const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";

describe("scripts/refresh.ts", () => {
	let database: TestDatabase;
	let server: Server;
	let body: Buffer | null;
	let statuses: number[];
	beforeAll(async () => {
		database = await createTestDatabase("sqlite");
		body = await readFile(SAMPLE);
		statuses = [];
		server = createServer((request, response) => {
			const status = body === null ? 500 : request.headers["if-none-match"] === '"1"' ? 304 : 200;
			statuses.push(status);
			response.writeHead(status, { ETag: '"1"' }).end(status === 200 ? body : undefined);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	});
	afterAll(async () => {
		await new Promise((resolve) => server.close(resolve));
		await database.remove();
	});

	const env = () => ({ DATABASE_URL: database.url, ALLOW_PRIVATE_SOURCES: "1" });
	const run = (...args: string[]) => runScript(SCRIPT, args, env());
	const runHere = (...args: string[]) => runScriptHere(SCRIPT, args, env());

	it("says so where there is nothing to ask, and how it is used where that is not understood", async () => {
		const nothing = await runHere();
		const wrong = await run("--all");
		expect(nothing).toEqual({ code: 0, stdout: "No conference was read from an address.\n", stderr: "" });
		expect([wrong.code, wrong.stdout, wrong.stderr.split("\n")[0]]).toEqual([
			2,
			"",
			"Usage: npm run refresh [-- --json]",
		]);
	});

	it("prints a line for each conference, or one JSON array, and fails where one failed", async () => {
		const source = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schedule.xml`;
		const db = createClient(database.url);
		const older = (body ?? "").toString().replace(/<event [\s\S]*?<\/event>/, "");
		await importFile(db, Buffer.from(older), { source, now: new Date("2026-01-18T12:00:00Z") });
		await db.$disconnect();

		expect(await run()).toEqual({ code: 0, stdout: "FOSDEM 2026: +1 ~0 −0\n", stderr: "" });
		expect(await runHere()).toEqual({ code: 0, stdout: "FOSDEM 2026: unchanged\n", stderr: "" });
		body = null;
		const { code, stdout, stderr } = await runHere("--json");
		const problem = `${new URL(source).host} answers with status 500 instead of a schedule.`;
		expect({ code, stderr, stdout: JSON.parse(stdout) }).toEqual({
			code: 1,
			stderr: "",
			stdout: [{ conference: "fosdem-2026", title: "FOSDEM 2026", status: "failed", problem }],
		});
		expect(statuses).toEqual([200, 304, 500]);
	});
});
