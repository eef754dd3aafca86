import { relative } from "node:path";

/**
 * A test that a runner reported. A skipped one has its reason in its title, as "… (skipped: there is no file)".
 * @typedef {{ file: string, title: string, milliseconds: number, isSkipped: boolean }} Reported
 */

/**
 * Of Vitest's JSON report.
 * @param {{ testResults: { name: string, assertionResults: { status: string, fullName: string, duration?: number | null }[] }[] }} report
 * @param {string} root
 * @returns {Reported[]}
 */
export function vitestTests({ testResults }, root) {
	return testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ status, fullName, duration }) => ({
			file: relative(root, name),
			title: fullName,
			milliseconds: duration ?? 0,
			isSkipped: ["skipped", "pending", "todo", "disabled"].includes(status),
		})),
	);
}

/**
 * Of Playwright's JSON report, whose suites are files and groups of tests, one in another.
 * @typedef {{ title: string, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ title: string, file: string, tests: { projectName: string, status: string, results: { duration: number }[] }[] }} Spec
 * @param {{ suites: Suite[] }} report
 * @returns {Reported[]}
 */
export function playwrightTests({ suites }) {
	/** @param {Suite} suite @param {readonly string[]} titles @returns {Reported[]} */
	const testsOf = ({ suites = [], specs = [] }, titles) => [
		...specs.flatMap(({ title, file, tests }) =>
			tests.map(({ projectName, status, results }) => ({
				file: `e2e/${file}`,
				title: [...titles, title, `(${projectName})`].join(" "),
				milliseconds: results.reduce((total, { duration }) => total + duration, 0),
				isSkipped: status === "skipped",
			})),
		),
		...suites.flatMap((suite) => testsOf(suite, [...titles, suite.title])),
	];
	return suites.flatMap((file) => testsOf(file, []));
}

/**
 * The tests, and the files, that took longest, each in a line.
 * @param {readonly Reported[]} tests
 */
export function findSlowest(tests, count = 10) {
	/** @type {Map<string, number>} */
	const files = new Map();
	for (const { file, milliseconds } of tests) files.set(file, (files.get(file) ?? 0) + milliseconds);
	/** @param {[name: string, milliseconds: number][]} all */
	const lines = (all) =>
		all
			.toSorted(([, a], [, b]) => b - a)
			.slice(0, count)
			.map(([name, milliseconds]) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`);
	return {
		tests: lines(tests.map(({ file, title, milliseconds }) => [`${file}: ${title}`, milliseconds])),
		files: lines([...files]),
	};
}

/**
 * Why tests were skipped, and how many for each reason, each in a line; the most first.
 * @param {readonly Reported[]} tests
 */
export function listSkipReasons(tests) {
	/** @type {Map<string, number>} */
	const reasons = new Map();
	for (const { title, isSkipped } of tests) {
		if (!isSkipped) continue;
		const reason = /skipped: ([^)]+)\)/.exec(title)?.[1] ?? `no reason given by "${title}"`;
		reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	}
	return [...reasons].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => `${count} skipped: ${reason}`);
}
