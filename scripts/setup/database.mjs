import { run, typescript } from "./child.mjs";
import { UP_TO_DATE } from "./steps.mjs";

/**
 * Brings the database up to date, and finds out whether it holds a conference.
 * @param {import("./steps.mjs").Progress} progress
 * @returns {Promise<{ done: string, isEmpty: boolean }>}
 */
export async function prepareDatabase(progress) {
	progress("bringing up to date");
	const found = JSON.parse(await run(process.execPath, typescript("scripts/setup/database.ts")));
	const applied = found.applied.length;
	const done = applied === 0 ? UP_TO_DATE : `${applied} ${applied === 1 ? "migration" : "migrations"} applied`;
	return { done, isEmpty: found.isEmpty };
}
