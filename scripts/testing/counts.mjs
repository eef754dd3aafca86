/**
 * How many tests passed, failed and were skipped.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** One check that failed, and no test: a build, the types. @type {Counts} */
export const ONE_FAILED = { ...NONE, failed: 1 };

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
	return {
		passed: all.reduce((total, { passed }) => total + passed, 0),
		failed: all.reduce((total, { failed }) => total + failed, 0),
		skipped: all.reduce((total, { skipped }) => total + skipped, 0),
	};
}

/**
 * Of Vitest's JSON report. A file that could not even be collected holds no test, and counts as one that failed.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts({ testResults }) {
	return sum(
		testResults.map(({ status, assertionResults }) => {
			const counts = {
				passed: assertionResults.filter((test) => test.status === "passed").length,
				failed: assertionResults.filter((test) => test.status === "failed").length,
				skipped: assertionResults.filter((test) => ["skipped", "pending", "todo", "disabled"].includes(test.status))
					.length,
			};
			return status === "failed" && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
		}),
	);
}

/**
 * Of Playwright's JSON report. A test that passed when it was tried again has passed; the list of tests names it. Errors
 * outside of tests, such as a server that did not start, count as failures.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + errors.length,
		skipped: stats.skipped,
	};
}

/**
 * What a runner counted, where its exit code says the same; one that failed without a failed test failed as a whole.
 * @param {Counts} counts @param {number} code
 */
export function withExitCode(counts, code) {
	return code !== 0 && counts.failed === 0 ? sum([counts, ONE_FAILED]) : counts;
}

/** The line that a program may read. @param {Counts} counts */
export function summaryLine({ passed, failed }) {
	return `${passed} passed, ${failed} failed`;
}
