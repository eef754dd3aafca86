import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { inRoot } from "../setup/root.mjs";

const FOLDERS = ["docs", ".github"];
/** A path of ours, as documents write it: whole, without places that something else goes into. */
const PATH = /^(?:app|components|docs|e2e|lib|prisma|scripts|\.github)\/[\w./[\]@-]+$/;
/** Written by programs, and not in a fresh clone; or with a place for a number. */
const NOT_A_FILE = /^(?:lib\/db\/generated|prisma\/schema\.postgresql)|\/NNN/;

/**
 * What a Markdown file names that is not there: files of the project, links to other documents, commands of package.json.
 * @param {string} file below the project's folder @param {string} text
 * @param {{ exists: (path: string) => boolean, commands: ReadonlySet<string> }} project
 * @returns {string[]}
 */
export function findMissing(file, text, { exists, commands }) {
	const missing = [];
	for (const [index, line] of text.split("\n").entries()) {
		const at = `${file}:${index + 1}`;
		for (const [, path = ""] of line.matchAll(/`([^`\s]+)`/g)) {
			if (PATH.test(path) && !NOT_A_FILE.test(path) && !exists(path))
				missing.push(`${at} names ${path}, which is not there.`);
		}
		for (const [, target = ""] of line.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)) {
			if (!exists(posix.join(posix.dirname(file), target)))
				missing.push(`${at} links to ${target}, which is not there.`);
		}
		for (const [, command = ""] of line.matchAll(/npm run (?:--silent )?([a-z][a-z0-9:-]*)/g)) {
			if (!commands.has(command)) missing.push(`${at} names npm run ${command}, which package.json does not have.`);
		}
	}
	return missing;
}

/** Holds documents to the files and commands that they name. */
export function checkDocuments() {
	const commands = new Set(Object.keys(JSON.parse(readFileSync(inRoot("package.json"), "utf8")).scripts));
	const project = { commands, exists: (/** @type {string} */ path) => existsSync(inRoot(path)) };
	const files = [
		...readdirSync(inRoot()),
		...FOLDERS.flatMap((folder) =>
			readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" }).map((file) => posix.join(folder, file)),
		),
	].filter((file) => file.endsWith(".md"));
	const missing = files.sort().flatMap((file) => findMissing(file, readFileSync(inRoot(file), "utf8"), project));
	return { isPassed: missing.length === 0, output: missing.join("\n") };
}
