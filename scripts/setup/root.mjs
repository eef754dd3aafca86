import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string[]} path below the project's folder */
export function inRoot(...path) {
	return join(ROOT, ...path);
}
