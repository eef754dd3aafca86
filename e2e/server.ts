// Serves the production build on a database of its own that holds the fixture: `server.ts sqlite|postgresql PORT`.
// Playwright starts and stops it; the database goes with it.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { betterAuth } from "better-auth";
import { createAuthOptions } from "@/lib/accounts/auth-options";
import { createClient } from "@/lib/db/client";
import { createTestDatabase } from "@/lib/testing/test-database";
import { administrator } from "./accounts";
import { databaseFile } from "./database-file";

const FIXTURE = "e2e/fixtures/conference.xml";

const [provider, port] = process.argv.slice(2);
if ((provider !== "sqlite" && provider !== "postgresql") || !port) {
	console.error("Usage: server.ts sqlite|postgresql PORT");
	process.exit(2);
}

const running = new Set<ChildProcess>();
let isStopping = false;
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// A Playwright that was killed stops nothing that it started.
const playwright = process.ppid;
setInterval(() => process.ppid !== playwright && stop(), 500).unref();

function stop(): void {
	isStopping = true;
	for (const child of running) child.kill("SIGTERM");
}

process.env.AUTH_SECRET = randomUUID();

const database = await createTestDatabase(provider, process.env.TEST_DATABASE_URL ?? "");
try {
	const env: NodeJS.ProcessEnv = {
		...process.env,
		NODE_ENV: "production",
		NEXT_TELEMETRY_DISABLED: "1",
		DATABASE_URL: database.url,
		// All tests come from one address, and sign up more often than a person would.
		RATE_LIMIT: "off",
		// Tests serve schedules from this machine.
		ALLOW_PRIVATE_SOURCES: "1",
	};
	const imported = await run(["--import", "tsx", "scripts/import.ts", FIXTURE], env);
	if (imported !== 0) throw new Error(`${FIXTURE} could not be imported.`);
	await signUpAdministrator(database.url);
	await writeFile(databaseFile(port), database.url);
	process.exitCode = await run(["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", port], env);
} finally {
	await rm(databaseFile(port), { force: true });
	await database.remove();
}

/** Before anybody else can: whoever signs up first administers. */
async function signUpAdministrator(url: string): Promise<void> {
	const db = createClient(url);
	await betterAuth(createAuthOptions(db)).api.signUpEmail({ body: administrator });
	await db.$disconnect();
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
	if (isStopping) return 1;
	const child = spawn(process.execPath, args, { env, stdio: "inherit" });
	running.add(child);
	const [code] = await once(child, "close");
	running.delete(child);
	return code ?? 0;
}
