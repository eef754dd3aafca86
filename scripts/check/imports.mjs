import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";

/**
 * An import: which file has it, in which line, and what it is of, either a file below the project's folder or a package by
 * the name that is written; `isOfTypes` where nothing of it is left when the types are.
 * @typedef {{ from: string, line: number, to: string, isOfTypes: boolean }} Import
 */

const IS_SOURCE = /\.(?:tsx?|mjs)$/;

/**
 * Every import of the sources in these folders.
 * @param {string} root @param {readonly string[]} folders below it
 * @returns {Import[]}
 */
export function importsIn(root, folders) {
	const files = new Set(
		folders.flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
		),
	);
	return [...files]
		.filter((file) => IS_SOURCE.test(file))
		.sort()
		.flatMap((from) =>
			importsOf(from, readFileSync(join(root, from), "utf8")).map(({ specifier, ...rest }) => ({
				from,
				to: resolve(from, specifier, files),
				...rest,
			})),
		);
}

/**
 * What a file imports or exports from elsewhere, as it is written there.
 * @param {string} file @param {string} source
 * @returns {{ line: number, specifier: string, isOfTypes: boolean }[]}
 */
export function importsOf(file, source) {
	const { module, errors } = parseSync(file, source);
	if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
	const lineAt = (/** @type {number} */ offset) => source.slice(0, offset).split("\n").length;
	const isOfTypes = (/** @type {readonly { isType: boolean }[]} */ entries) =>
		entries.length > 0 && entries.every(({ isType }) => isType);
	return [
		...module.staticImports.map(({ moduleRequest: { start, value }, entries }) => ({
			line: lineAt(start),
			specifier: value,
			isOfTypes: isOfTypes(entries),
		})),
		...module.staticExports.flatMap(({ start, entries }) => {
			const specifier = entries[0]?.moduleRequest?.value;
			return specifier === undefined ? [] : [{ line: lineAt(start), specifier, isOfTypes: isOfTypes(entries) }];
		}),
		...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
			line: lineAt(start),
			specifier: source.slice(start, end).replace(/^(["'`])(.*)\1$/, "$2"),
			isOfTypes: false,
		})),
	];
}

/** @param {string} from @param {string} specifier @param {ReadonlySet<string>} files */
function resolve(from, specifier, files) {
	const path = specifier.startsWith("@/")
		? specifier.slice(2)
		: specifier.startsWith(".")
			? posix.join(posix.dirname(from), specifier)
			: "";
	if (!path) return specifier;
	return (
		["", ".ts", ".tsx", "/index.ts", "/index.tsx"].map((end) => path + end).find((file) => files.has(file)) ?? path
	);
}
