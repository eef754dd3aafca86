// Sets everything up and runs every check and test. The last line is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./setup/build.mjs";
import { CommandFailed, show } from "./setup/child.mjs";
import { withSetupLock } from "./setup/lock.mjs";
import { inRoot } from "./setup/root.mjs";
import { setUpCode } from "./setup/setup.mjs";
import { step } from "./setup/steps.mjs";
import { findChromium } from "./testing/chromium.mjs";
import { NONE, ONE_FAILED, playwrightCounts, sum, summaryLine, vitestCounts, withExitCode } from "./testing/counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "talkshelf-tests-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
// No test, and no build for one, touches the database of whoever runs them.
process.env.DATABASE_URL = `file:${join(folder, "unused.db")}`;
process.env.AUTH_SECRET ||= "only ever signs what tests do";
delete process.env.SCHEDULE;

await setUpCode();
await step("Chromium", async (progress) => {
	process.env.CHROMIUM_PATH = await findChromium(progress);
	return process.env.CHROMIUM_PATH;
});

const colours = process.stdout.isTTY ? [] : ["--colors=off"];
const results = [
	{ name: "Biome", counts: await check("@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ...colours) },
	{ name: "Types", counts: await checkTypes() },
	{ name: "Unit and integration tests", counts: await runVitest() },
];
const isBuilt = await builds();
results.push({ name: "Production build", counts: isBuilt ? NONE : ONE_FAILED });
if (isBuilt) results.push({ name: "End-to-end tests", counts: await runPlaywright() });
else console.log("\nEnd-to-end tests did not run: there is no build.");

const total = sum(results.map(({ counts }) => counts));
console.log("\n── Summary");
for (const { name, counts } of results) console.log(`${name.padEnd(28)} ${sentence(counts)}`);
if (!process.env.TEST_DATABASE_URL) console.log("PostgreSQL: skipped, TEST_DATABASE_URL is not set.");
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(summaryLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} title */
function heading(title) {
	console.log(`\n── ${title}`);
}

/** @param {import("./testing/counts.mjs").Counts} counts */
function sentence(counts) {
	const { passed, failed, skipped } = counts;
	if (passed + skipped === 0) return failed === 0 ? "passed" : "failed";
	return `${summaryLine(counts)}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {string} program below node_modules @param {string[]} args */
function node(program, ...args) {
	// Some colour what they write wherever CI is set.
	const env = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
	return show(process.execPath, [inRoot("node_modules", program), ...args], env);
}

/** @param {string} program @param {string[]} args */
async function check(program, ...args) {
	heading([program.split("/").at(-1), ...args].join(" "));
	return (await node(program, ...args)) === 0 ? NONE : ONE_FAILED;
}

async function checkTypes() {
	// The types of the routes are made from the pages.
	const routes = await check("next/dist/bin/next", "typegen");
	return sum([routes, await check("typescript/bin/tsc", "--noEmit")]);
}

async function runVitest() {
	heading("Unit and integration tests");
	const report = join(folder, "vitest.json");
	const code = await node(
		"vitest/vitest.mjs",
		"run",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	);
	return withExitCode(existsSync(report) ? vitestCounts(JSON.parse(readFileSync(report, "utf8"))) : NONE, code);
}

async function builds() {
	heading("Production build");
	try {
		console.log(await withSetupLock(() => build(() => {})));
		return true;
	} catch (error) {
		console.log(error instanceof CommandFailed ? `${error.output}\n${error.message}` : error);
		return false;
	}
}

async function runPlaywright() {
	heading("End-to-end tests");
	const report = join(folder, "playwright.json");
	process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
	const playwright = inRoot("node_modules/@playwright/test/cli.js");
	// A browser on a machine that others use, too, misses a moment now and then; what fails twice is broken.
	const code = await show(process.execPath, [playwright, "test", "--retries=1", "--reporter=list,json"]);
	return withExitCode(existsSync(report) ? playwrightCounts(JSON.parse(readFileSync(report, "utf8"))) : NONE, code);
}
