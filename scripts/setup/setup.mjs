import { generate } from "./generate.mjs";
import { installPackages, installSqlite } from "./install.mjs";
import { withSetupLock } from "./lock.mjs";
import { ahead, step } from "./steps.mjs";

/**
 * What every command needs before anything of the project's can run: the packages and the generated clients.
 * @param {import("./steps.mjs").Reporting} [reporting]
 */
export function setUpCode(reporting) {
	return withSetupLock(async () => {
		const sqlite = await setUpSources(reporting);
		await step("SQLite", sqlite, reporting);
	});
}

/**
 * The packages and the clients; the caller holds the lock, and goes on to the step that is returned, which compiles SQLite
 * for a minute or two meanwhile: nothing but the database waits for that.
 * @param {import("./steps.mjs").Reporting} [reporting]
 */
export async function setUpSources(reporting) {
	await step("Packages", installPackages, reporting);
	const sqlite = ahead(installSqlite);
	await step("Clients", generate, reporting);
	return sqlite;
}
