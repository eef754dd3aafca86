import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/test-database";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SAMPLE = `${ROOT}/lib/schedule/sample/fosdem-2026.xml`;

type Output = { readonly code: number; readonly stdout: string; readonly stderr: string };

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

	function run(...args: string[]): Promise<Output> {
		const env = { ...process.env, DATABASE_URL: database.url, ALLOW_PRIVATE_SOURCES: "1" };
		return new Promise((resolve) => {
			const node = ["--import", "tsx", `${ROOT}/scripts/refresh.ts`, ...args];
			execFile(process.execPath, node, { cwd: ROOT, env }, (error, stdout, stderr) => {
				resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
			});
		});
	}

	it("says so where there is nothing to ask, and how it is used where that is not understood", async () => {
		const [nothing, wrong] = await Promise.all([run(), run("--all")]);
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
		expect(await run()).toEqual({ code: 0, stdout: "FOSDEM 2026: unchanged\n", stderr: "" });
		body = null;
		const { code, stdout, stderr } = await run("--json");
		const problem = `${new URL(source).host} answers with status 500 instead of a schedule.`;
		expect({ code, stderr, stdout: JSON.parse(stdout) }).toEqual({
			code: 1,
			stderr: "",
			stdout: [{ conference: "fosdem-2026", title: "FOSDEM 2026", status: "failed", problem }],
		});
		expect(statuses).toEqual([200, 304, 500]);
	});
});
