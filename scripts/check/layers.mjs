import { posix } from "node:path";
import { ROOT } from "../setup/root.mjs";
import { importsIn } from "./imports.mjs";

/** What a ring of folders is: a "warning" that is printed, or an "error" that fails, too. */
const FOLDER_RINGS = /** @type {"warning" | "error"} */ ("error");

const EXCLUDED_FILES = /\.test\.tsx?$|^lib\/(?:testing|db\/generated)\//;

const DATABASES = /^(?:@prisma\/|(?:better-sqlite3|pg)$|lib\/db\/generated\/)/;
/** Below lib. */
const REQUEST_SIDE = String.raw`actions/|accounts/(?:auth|session)\.ts$`;

/**
 * Which way imports may go: app → components → lib/<subject> → lib/db. Files, by their paths, and what they must not import:
 * files of the project by their paths, packages by their names. Types may be known where `exceptTypes` says so.
 * @type {readonly { files: RegExp, never: RegExp, exceptTypes?: boolean, why: string }[]}
 */
const RULES = [
	{
		files: /^(?:app|components|lib)\//,
		never: /^(?:scripts|e2e|lib\/testing)\/|\.test$|\.test\.tsx?$/,
		why: "What is served knows no tests, and no tools.",
	},
	{
		files: /^(?:app|components|lib\/(?!db\/))/,
		never: DATABASES,
		why: "Which database there is, only lib/db knows.",
	},
	{
		files: /^app\//,
		never: /^lib\/db\/(?!db\.ts$)/,
		why: "app passes the database on, and does nothing with it.",
	},
	{ files: /^components\//, never: /^app\//, why: "app is above components." },
	{ files: /^components\//, never: /^lib\/db\//, why: "Components are given what they draw, not a database." },
	{
		files: /^components\//,
		never: /^lib\/(?:.*\/(?:queries|mutations)|accounts\/(?:auth|session|secret))\.ts$/,
		exceptTypes: true,
		why: "Components are given what they draw: they take lib's types, pure functions and actions.",
	},
	{ files: /^lib\//, never: /^(?:app|components)\//, why: "lib is below app and components, and knows neither." },
	{
		files: new RegExp(`^lib/(?!db/|${REQUEST_SIDE})`),
		never: /^lib\/db\/db\.ts$/,
		why: "Take the database as the first argument, so that tests run it on each.",
	},
	{
		files: /^lib\/.*\/(?:queries|mutations)\.ts$/,
		never: /^next(?:\/|$)|^lib\/accounts\/(?:session|auth)\.ts$/,
		why: "Queries and mutations know no request: they take what they need as arguments.",
	},
	{
		files: /^lib\/schedule\/(?:formats\/|fields\/|diff\.ts$)/,
		never: /^(?:lib\/db\/|node:(?:fs|http|https|net)(?:\/|$)|next(?:\/|$))/,
		why: "Formats and diff are pure: no database, no files, no network.",
	},
	{ files: /^lib\/db\//, never: /^lib\/(?!db\/)/, why: "lib/db is below every subject, and knows none." },
];

/**
 * The rule that an import breaks.
 * @param {{ from: string, to: string, isOfTypes: boolean }} imported
 */
export function brokenRule({ from, to, isOfTypes }) {
	return RULES.find(
		({ files, never, exceptTypes }) => files.test(from) && never.test(to) && !(exceptTypes && isOfTypes),
	);
}

/** The folder of a file's subject, as `lib/notes`, whatever folders it has within. @param {string} file */
const subjectOf = (file) => posix.dirname(file).split("/").slice(0, 2).join("/");

/**
 * The subjects' folders that import each other, round about or directly: each ring as its folders, and for every two of them that do so
 * directly the imports of the side that has fewer, which are the ones to be moved.
 * @template {{ from: string, to: string }} Import
 * @param {readonly Import[]} imports
 * @returns {{ folders: string[], pairs: { imports: Import[], back: number }[] }[]}
 */
export function folderRings(imports) {
	/** @type {Map<string, Map<string, Import[]>>} */
	const graph = new Map();
	for (const each of imports) {
		const [from, to] = [subjectOf(each.from), subjectOf(each.to)];
		if (from === to) continue;
		const targets = graph.get(from) ?? graph.set(from, new Map()).get(from);
		targets?.set(to, [...(targets.get(to) ?? []), each]);
	}
	return rings(graph).map((folders) => {
		const pairs = folders.flatMap((one, index) =>
			folders.slice(index + 1).flatMap((other) => {
				const [there = [], back = []] = [graph.get(one)?.get(other), graph.get(other)?.get(one)];
				if (there.length === 0 || back.length === 0) return [];
				return there.length <= back.length
					? [{ imports: there, back: back.length }]
					: [{ imports: back, back: there.length }];
			}),
		);
		return { folders, pairs };
	});
}

/**
 * The strongly connected components of more than one node, by Tarjan's algorithm.
 * @param {ReadonlyMap<string, ReadonlyMap<string, unknown>>} graph
 * @returns {string[][]}
 */
function rings(graph) {
	/** @type {Map<string, { index: number, low: number, isOnStack: boolean }>} */
	const seen = new Map();
	/** @type {string[]} */
	const stack = [];
	/** @type {string[][]} */
	const found = [];
	/** @param {string} node */
	function visit(node) {
		const own = { index: seen.size, low: seen.size, isOnStack: true };
		seen.set(node, own);
		stack.push(node);
		for (const next of graph.get(node)?.keys() ?? []) {
			const other = seen.get(next) ?? visit(next);
			if (other.isOnStack) own.low = Math.min(own.low, other.low);
		}
		if (own.low === own.index) {
			const ring = stack.splice(stack.indexOf(node));
			for (const each of ring) Object.assign(seen.get(each) ?? {}, { isOnStack: false });
			if (ring.length > 1) found.push(ring.sort());
		}
		return own;
	}
	for (const node of graph.keys()) if (!seen.has(node)) visit(node);
	return found;
}

/** Says what goes another way, and the rings; fails where it is an error. */
export function checkLayers() {
	const imports = importsIn(ROOT, ["app", "components", "lib"]).filter(({ from }) => !EXCLUDED_FILES.test(from));
	const broken = imports.flatMap((each) => {
		const rule = brokenRule(each);
		return rule ? [`${each.from}:${each.line} imports ${each.to}. ${rule.why}`] : [];
	});
	const found = ["components/", "lib/"].flatMap((top) =>
		folderRings(imports.filter(({ from, to }) => from.startsWith(top) && to.startsWith(top))),
	);
	const isPassed = broken.length === 0 && (FOLDER_RINGS === "warning" || found.length === 0);
	return { isPassed, output: [...broken, ...found.flatMap(ringLines)].join("\n") };
}

/** @param {ReturnType<typeof folderRings<import("./imports.mjs").Import>>[number]} ring */
function ringLines({ folders, pairs }) {
	return [
		`${FOLDER_RINGS}: ${folders.length} folders import each other, directly or round about: ${folders.join(", ")}`,
		...pairs.flatMap(({ imports, back }) => [
			`  ${posix.dirname(imports[0]?.from ?? "")} → ${posix.dirname(imports[0]?.to ?? "")}, and back ${back} times:`,
			...imports.map(({ from, line, to }) => `    ${from}:${line} imports ${to}`),
		]),
	];
}
