import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/**
 * A digest of the names and contents of files, and of everything in folders; what is not there counts as that.
 * @param {string} root @param {readonly string[]} paths below `root`
 * @param {(path: string) => boolean} [isWanted] by its path below `root`, with slashes
 */
export function fingerprint(root, paths, isWanted = () => true) {
	const hash = createHash("sha256");
	for (const path of paths) {
		for (const file of filesOf(join(root, path))) {
			const name = relative(root, file).split(sep).join("/");
			if (isWanted(name)) hash.update(`${name}\0`).update(createHash("sha256").update(readFileSync(file)).digest());
		}
	}
	return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(join(path, name)));
}

/** What a step remembered at its last success; empty where there is nothing. @param {string} file */
export function readState(file) {
	return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

/** @param {string} file @param {string} text */
export function writeState(file, text) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${text}\n`);
}
