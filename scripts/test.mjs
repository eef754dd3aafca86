// Sets everything up and runs every check and test; the tests only where the checks pass. The last line is
// `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./setup/build.mjs";
import { CommandFailed, show } from "./setup/child.mjs";
import { withSetupLock } from "./setup/lock.mjs";
import { inRoot, ROOT } from "./setup/root.mjs";
import { setUpCode } from "./setup/setup.mjs";
import { step } from "./setup/steps.mjs";
import { findChromium } from "./testing/chromium.mjs";
import { NONE, ONE_FAILED, playwrightCounts, sum, summaryLine, vitestCounts, withExitCode } from "./testing/counts.mjs";
import { findSlowest, listSkipReasons, playwrightTests, vitestTests } from "./testing/reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "talkshelf-tests-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
// No test, and no build for one, touches the database of whoever runs them.
process.env.DATABASE_URL = `file:${join(folder, "unused.db")}`;
process.env.AUTH_SECRET ||= "only ever signs what tests do";
delete process.env.SCHEDULE;

/** @type {{ name: string, counts: import("./testing/counts.mjs").Counts }[]} */
const results = [];
/** @type {import("./testing/reports.mjs").Reported[]} */
const tests = [];

await setUpCode();
heading("Checks");
// The checks load packages that set-up may have had to install first.
const { runChecks } = await import("./check/checks.mjs");
const isSound = await runChecks();
results.push({ name: "Checks", counts: isSound ? NONE : ONE_FAILED });
if (isSound) await runTests();
else console.log("\nTests did not run: the checks failed.");

const total = sum(results.map(({ counts }) => counts));
const { tests: slowestTests, files: slowestFiles } = findSlowest(tests);
if (slowestTests.length > 0) {
	heading("Slowest tests");
	console.log(slowestTests.join("\n"));
	heading("Slowest files");
	console.log(slowestFiles.join("\n"));
}
heading("Summary");
for (const { name, counts } of results) console.log(`${name.padEnd(28)} ${sentence(counts)}`);
for (const line of listSkipReasons(tests)) console.log(line);
console.log(summaryLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

async function runTests() {
	await step("Chromium", async (progress) => {
		process.env.CHROMIUM_PATH = await findChromium(progress);
		return process.env.CHROMIUM_PATH || "Playwright's own";
	});
	results.push({ name: "Unit and integration tests", counts: await runVitest() });
	const isBuilt = await builds();
	results.push({ name: "Production build", counts: isBuilt ? NONE : ONE_FAILED });
	if (isBuilt) results.push({ name: "End-to-end tests", counts: await runPlaywright() });
	else console.log("\nEnd-to-end tests did not run: there is no build.");
}

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
	const found = readReport(report, { testResults: [] });
	tests.push(...vitestTests(found, ROOT));
	return withExitCode(vitestCounts(found), code);
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
	const code = await show(process.execPath, [playwright, "test", "--reporter=list,json"]);
	const nothing = { suites: [], errors: [], stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } };
	const found = readReport(report, nothing);
	tests.push(...playwrightTests(found));
	return withExitCode(playwrightCounts(found), code);
}

/**
 * @template Report
 * @param {string} file @param {Report} nothing what counts where a runner got as far as writing none
 * @returns {Report}
 */
function readReport(file, nothing) {
	return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : nothing;
}
