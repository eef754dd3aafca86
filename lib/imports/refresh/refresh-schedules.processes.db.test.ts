import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { TEST_SERVER_URL } from "@/lib/testing/each-database";
import { createTestDatabase } from "@/lib/testing/test-database";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SLUGS = Array.from({ length: 5 }, (_, index) => `conf-${index}`);

const file = (slug: string, title: string) => `<schedule><conference><acronym>${slug}</acronym><title>${slug}</title>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day date="2026-01-31"><room name="A"><event guid="${slug}">
<date>2026-01-31T09:00:00+01:00</date><duration>00:30</duration><title>${title}</title></event></room></day></schedule>`;

const REFRESH = `
import { createClient } from "./lib/db/client.ts";
import { refreshSchedules } from "./lib/imports/refresh/refresh-schedules.ts";
const db = createClient(process.env.DATABASE_URL);
const now = () => new Date("2026-03-20T12:00:00Z");
const notSince = new Date("2026-03-20T11:00:00Z");
const refreshed = await refreshSchedules(db, { now, notSince, allowPrivate: true });
await db.$disconnect();
console.log(JSON.stringify(refreshed.map(({ conference, status }) => conference + " " + status)));
`;

async function inProcess(url: string): Promise<string[]> {
	const options = { cwd: ROOT, env: { ...process.env, DATABASE_URL: url } };
	const args = ["--import", "tsx", "--input-type=module", "--eval", REFRESH];
	return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
}

describe("several processes that refresh", () => {
	for (const provider of ["sqlite", "postgresql"] as const) {
		const isThere = provider === "sqlite" || TEST_SERVER_URL !== "";
		const title = `ask for each conference once between them (${provider}${isThere ? "" : " skipped: TEST_DATABASE_URL is not set"})`;
		it.skipIf(!isThere)(title, async () => {
			const asked: (string | undefined)[] = [];
			// Slow enough that whoever comes second is not too late.
			const server = createServer(({ url = "" }, response) => {
				asked.push(url.slice(1));
				setTimeout(() => response.end(file(url.slice(1), "Other")), 200);
			});
			await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
			const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
			const database = await createTestDatabase(provider, TEST_SERVER_URL);
			const db = createClient(database.url);
			try {
				const now = new Date("2026-01-18T12:00:00Z");
				for (const slug of SLUGS) await importFile(db, Buffer.from(file(slug, "One")), { source: base + slug, now });
				const refreshed = await Promise.all([1, 2].map(() => inProcess(database.url)));
				expect(asked.toSorted()).toEqual(SLUGS);
				expect(refreshed.flat().toSorted()).toEqual(SLUGS.map((slug) => `${slug} changed`));
			} finally {
				await db.$disconnect();
				await database.remove();
				await new Promise((resolve) => server.close(resolve));
			}
		});
	}
});
