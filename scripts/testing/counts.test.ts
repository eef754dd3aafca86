import { expect, test } from "vitest";
import { playwrightCounts, sum, summaryLine, vitestCounts, withExitCode } from "./counts.mjs";

function file(status: string, ...tests: string[]) {
	return { status, assertionResults: tests.map((each) => ({ status: each })) };
}

test("Vitest's tests are counted, and a file that could not be loaded is one that failed", () => {
	const testResults = [
		file("passed", "passed", "passed", "skipped", "todo"),
		file("failed", "failed", "passed"),
		file("failed"),
	];
	expect(vitestCounts({ testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("Playwright's tests are counted, and what fails outside of them", () => {
	const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
	expect(playwrightCounts({ stats, errors: ["no server"] })).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("a runner that failed without a failed test counts as one", () => {
	const passed = { passed: 3, failed: 0, skipped: 0 };
	const failed = { passed: 3, failed: 2, skipped: 0 };
	expect([withExitCode(passed, 0), withExitCode(passed, 1), withExitCode(failed, 1)]).toEqual([
		passed,
		{ passed: 3, failed: 1, skipped: 0 },
		failed,
	]);
});

test("the last line is what a program looks for", () => {
	const total = sum([
		{ passed: 397, failed: 0, skipped: 2 },
		{ passed: 69, failed: 1, skipped: 0 },
	]);
	expect([total, summaryLine(total)]).toEqual([{ passed: 466, failed: 1, skipped: 2 }, "466 passed, 1 failed"]);
});
