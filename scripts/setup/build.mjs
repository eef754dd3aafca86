import { existsSync } from "node:fs";
import { run } from "./child.mjs";
import { fingerprint, readState, writeState } from "./fingerprint.mjs";
import { inRoot, ROOT } from "./root.mjs";
import { UP_TO_DATE } from "./steps.mjs";

/** `next build` empties this folder first, so what an unfinished build leaves is never taken for a finished one. */
const STATE_FILE = inRoot(".next/talkshelf-build");

const SOURCES = [
	"app",
	"components",
	"lib",
	"public",
	"prisma/schema.prisma",
	"instrumentation.ts",
	"proxy.ts",
	"next.config.ts",
	"postcss.config.mjs",
	"tsconfig.json",
	"package-lock.json",
];

/**
 * Builds the app where its sources changed since the last build.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function build(progress) {
	const state = sourcesFingerprint(ROOT);
	if (readState(STATE_FILE) === state && existsSync(inRoot(".next/BUILD_ID"))) return UP_TO_DATE;
	progress("building");
	await run(process.execPath, [inRoot("node_modules/next/dist/bin/next"), "build"], {
		env: { NODE_ENV: "production" },
	});
	writeState(STATE_FILE, state);
	return "built";
}

/** @param {string} root */
export function sourcesFingerprint(root) {
	return fingerprint(root, SOURCES, (path) => !/\.test\.tsx?$|\/generated\/|^lib\/testing\//.test(path));
}
