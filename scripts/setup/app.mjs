import { build } from "./build.mjs";
import { prepareDatabase } from "./database.mjs";
import { fill } from "./fill.mjs";
import { withSetupLock } from "./lock.mjs";
import { setUpCode } from "./setup.mjs";
import { step } from "./steps.mjs";

/**
 * Everything from a fresh clone to an app that can be served: for `npm start` with a build, for development without.
 * @param {{ isBuilt: boolean }} options
 */
export async function setUpApp({ isBuilt }) {
	await setUpCode();
	let isEmpty = false;
	await withSetupLock(async () => {
		await step("Database", async (progress) => {
			const database = await prepareDatabase(progress);
			isEmpty = database.isEmpty;
			return database.done;
		});
		if (isBuilt) await step("App", build);
		if (isEmpty) await step("Schedule", fill);
	});
}
