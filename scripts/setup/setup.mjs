import { generate } from "./generate.mjs";
import { install } from "./install.mjs";
import { withSetupLock } from "./lock.mjs";
import { step } from "./steps.mjs";

/**
 * What every command needs before anything of the project's can run: the packages and the generated clients.
 * @param {import("./steps.mjs").Reporting} [reporting]
 */
export function setUpCode(reporting) {
	return withSetupLock(async () => {
		await step("Packages", install, reporting);
		await step("Clients", generate, reporting);
	});
}
