import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "../setup/build.mjs";
import { withSetupLock } from "../setup/lock.mjs";
import { inRoot } from "../setup/root.mjs";
import { step } from "../setup/steps.mjs";
import { atExit } from "./cleanup";

/** A folder from which the built app can be served, with a database of its own. */
export type Workspace = { readonly folder: string; readonly databaseUrl: (name: string) => string };

/** Of a build: what only the next build reads, and the pages that a server kept, which hold another database's rows. */
const LEFT_OUT = new Set(["cache", join("server", "route-cache")]);

/**
 * Builds the app where it has to be, and copies it: a server writes the pages that it keeps into its build, and those
 * of this one must not turn up in the app. Gone when the process ends.
 */
export async function createWorkspace(): Promise<Workspace> {
	const folder = mkdtempSync(join(tmpdir(), "talkshelf-bench-"));
	atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	await withSetupLock(async () => {
		await step("App", build, { out: process.stderr, isQuiet: true });
		const built = inRoot(".next");
		cpSync(built, join(folder, ".next"), {
			recursive: true,
			// What the build links to, it links to by relative paths.
			verbatimSymlinks: true,
			filter: (path) => !LEFT_OUT.has(relative(built, path)),
		});
	});
	for (const name of ["next.config.ts", "package.json", "public"]) {
		if (existsSync(inRoot(name))) cpSync(inRoot(name), join(folder, name), { recursive: true });
	}
	mkdirSync(join(folder, "public"), { recursive: true });
	symlinkSync(inRoot("node_modules"), join(folder, "node_modules"), "junction");
	return { folder, databaseUrl: (name) => `file:${join(folder, `${name}.db`)}` };
}
