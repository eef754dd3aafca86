import { build } from "./build.mjs";
import { prepareDatabase } from "./database.mjs";
import { fill } from "./fill.mjs";
import { withSetupLock } from "./lock.mjs";
import { setUpSources } from "./setup.mjs";
import { ahead, step } from "./steps.mjs";

/**
 * Everything from a fresh clone to an app that can be served: for `npm start` with a build, for development without.
 * @param {{ isBuilt: boolean }} options
 */
export function setUpApp({ isBuilt }) {
	return withSetupLock(async () => {
		const sqlite = await setUpSources();
		// A build needs no database, and takes as long as compiling one.
		const built = isBuilt && ahead(build);
		await step("SQLite", sqlite);
		let isEmpty = false;
		await step("Database", async (progress) => {
			const database = await prepareDatabase(progress);
			isEmpty = database.isEmpty;
			return database.done;
		});
		if (isEmpty) await step("Schedule", fill);
		if (built) await step("App", built);
	});
}
