import { capture } from "../setup/child.mjs";
import { inRoot } from "../setup/root.mjs";
import { checkDocuments } from "./documents.mjs";
import { checkLayers } from "./layers.mjs";
import { checkWorkflows } from "./workflows.mjs";

const colors = process.stdout.isTTY ? "--colors=force" : "--colors=off";

/** @typedef {{ isPassed: boolean, output: string }} Checked */

/**
 * What the code is held to beside its tests, by `npm run check` and before them by `npm test`.
 * @type {readonly [name: string, check: () => Checked | Promise<Checked>][]}
 */
const CHECKS = [
	// The types of the routes are made from the pages.
	["Types", () => programs(["next/dist/bin/next", "typegen"], ["typescript/bin/tsc", "--noEmit"])],
	["Lint and format", () => programs(["@biomejs/biome/bin/biome", "ci", "--error-on-warnings", colors])],
	["Unused code", () => programs(["knip/bin/knip.js", "--no-progress", "--no-config-hints"])],
	["Layers", checkLayers],
	["Workflows", checkWorkflows],
	["Documents", checkDocuments],
];

/**
 * Does all checks beside each other, and prints a line for each as it ends, with what it has to say below.
 * @returns {Promise<boolean>} whether all passed
 */
export async function runChecks() {
	const started = performance.now();
	const passed = await Promise.all(
		CHECKS.map(async ([name, check]) => {
			const { isPassed, output } = await check();
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			console.log(`${name.padEnd(16)} ${isPassed ? "passed" : "failed"} (${seconds} s)`);
			if (output) console.log(output.replaceAll(/^/gm, "  "));
			return isPassed;
		}),
	);
	return passed.every(Boolean);
}

/**
 * Runs programs of packages one after the other, up to the first that fails. They speak only where they fail.
 * @param {readonly string[][]} commands @returns {Promise<Checked>}
 */
async function programs(...commands) {
	for (const [program = "", ...args] of commands) {
		const { code, output } = await capture(process.execPath, [inRoot("node_modules", program), ...args]);
		if (code !== 0) return { isPassed: false, output: output.trim() };
	}
	return { isPassed: true, output: "" };
}
