import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS } from "./scripts/testing/chromium-flags";

type Provider = "sqlite" | "postgresql";

/**
 * Each project has a server of its own. PostgreSQL's is there where TEST_DATABASE_URL names a server, and runs what is tagged
 * `@smoke` alone: `every-table.spec.ts` says why.
 */
const providers: readonly Provider[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgresql"] : ["sqlite"];

/** Debian's, the lightest first. */
const DEBIANS_CHROMIUM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

const launchOptions = {
	// Nothing named: Playwright's own.
	executablePath: process.env.CHROMIUM_PATH || DEBIANS_CHROMIUM.find((program) => existsSync(program)),
	args: CHROMIUM_FLAGS,
};

const servers = await Promise.all(providers.map(async (provider) => ({ provider, port: await portOf(provider) })));

export default defineConfig({
	testDir: "e2e",
	outputDir: "test-results",
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	workers: 2,
	// A machine that also builds, or has but one core, takes its time; only what fails waits so long.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	reporter: "list",
	use: {
		launchOptions,
		// What a service worker fetches is hidden from the tests, which stand in for servers; its own test lets it in.
		serviceWorkers: "block",
		// A trace costs every test a fifth of its time; what failed is told with its page as text, or again with `--trace on`.
		trace: "off",
		screenshot: "only-on-failure",
	},
	projects: servers.map(({ provider, port }) => ({
		name: provider,
		...(provider === "postgresql" && { grep: /@smoke/ }),
		use: { ...devices["Desktop Chrome"], baseURL: addressOf(port) },
	})),
	webServer: servers.map(({ provider, port }) => ({
		name: provider,
		// In the place of the shell that Playwright starts: the server then sees when Playwright is gone.
		command: `${process.platform === "win32" ? "" : "exec "}node --import tsx e2e/server.ts ${provider} ${port}`,
		url: addressOf(port),
		reuseExistingServer: false,
		timeout: 120_000,
		// The server then removes its database.
		gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
	})),
});

function addressOf(port: string): string {
	return `http://localhost:${port}`;
}

/** E2E_PORT_SQLITE or E2E_PORT_POSTGRESQL, else any free one; workers load this file too, and find it there. */
async function portOf(provider: Provider): Promise<string> {
	const name = `E2E_PORT_${provider.toUpperCase()}`;
	process.env[name] ||= await freePort();
	return process.env[name];
}

function freePort(): Promise<string> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address ? `${address.port}` : ""));
		});
	});
}
