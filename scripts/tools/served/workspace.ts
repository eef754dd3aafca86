import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "../../setup/build.mjs";
import { withSetupLock } from "../../setup/lock.mjs";
import { inRoot } from "../../setup/root.mjs";
import { step } from "../../setup/steps.mjs";
import { atExit } from "./at-exit";

/** A folder from which the built app can be served, with a database of its own. */
export type Workspace = { readonly folder: string; readonly databaseUrl: (name: string) => string };

/** Of a build: what only the next build reads. */
const LEFT_OUT = "cache";

/**
 * Builds the app where it has to be, and copies it: the server that is measured serves a file more than the app does,
 * and one that is running beside it neither sees it nor has its build replaced under it. Gone when the process ends.
 */
export async function createWorkspace(): Promise<Workspace> {
	const folder = mkdtempSync(join(tmpdir(), "talkshelf-served-"));
	atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	await withSetupLock(async () => {
		await step("App", build, { out: process.stderr, isQuiet: true });
		const built = inRoot(".next");
		cpSync(built, join(folder, ".next"), {
			recursive: true,
			// What the build links to, it links to by relative paths.
			verbatimSymlinks: true,
			filter: (path) => relative(built, path) !== LEFT_OUT,
		});
	});
	for (const name of ["next.config.ts", "package.json", "public"]) {
		if (existsSync(inRoot(name))) cpSync(inRoot(name), join(folder, name), { recursive: true });
	}
	mkdirSync(join(folder, "public"), { recursive: true });
	symlinkSync(inRoot("node_modules"), join(folder, "node_modules"), "junction");
	return { folder, databaseUrl: (name) => `file:${join(folder, `${name}.db`)}` };
}
