import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandFailed, capture, run } from "./child.mjs";
import { readState, writeState } from "./fingerprint.mjs";
import { inRoot } from "./root.mjs";
import { UP_TO_DATE } from "./steps.mjs";

const INSTALLED = inRoot("node_modules", ".talkshelf-install");
const COMPILED = inRoot("node_modules", ".talkshelf-sqlite");

const COMPILED_SQLITE = inRoot("node_modules/better-sqlite3/build/Release/better_sqlite3.node");

const CANNOT_COMPILE =
	"SQLite could not be compiled, which takes Python 3, make and a C++ compiler (Debian: apt-get install python3 make g++; " +
	"macOS: xcode-select --install). Or have a compiled one fetched from GitHub: npm_config_build_from_source=false npm start";

/**
 * Installs what package-lock.json says, development dependencies too, whatever NODE_ENV is.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function installPackages(progress) {
	const state = lockFileDigest();
	if (readState(INSTALLED) === state) return UP_TO_DATE;
	const isNew = !isInstalled();
	if (isNew) await fetchPackages(progress);
	writeState(INSTALLED, state);
	return isNew ? "installed" : UP_TO_DATE;
}

/**
 * Sees to it that SQLite, which is compiled for one version of Node's binary interface, can be opened.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function installSqlite(progress) {
	const { platform, arch, versions } = process;
	const state = `${lockFileDigest()} ${platform} ${arch} ${versions.modules}`;
	if (readState(COMPILED) === state) return UP_TO_DATE;
	let done = UP_TO_DATE;
	if (!(await canOpenSqlite())) {
		// Whatever changes in package-lock.json has npm begin anew, and minutes of compiling would be for nothing.
		copyIfThere(getCachedSqlite(), COMPILED_SQLITE);
		if (!(await canOpenSqlite())) {
			await compileSqlite(progress);
			done = "compiled";
		}
	}
	if (!existsSync(getCachedSqlite())) copyIfThere(COMPILED_SQLITE, getCachedSqlite());
	writeState(COMPILED, state);
	return done;
}

function lockFileDigest() {
	return createHash("sha256")
		.update(readFileSync(inRoot("package-lock.json")))
		.digest("hex");
}

/** @param {import("./steps.mjs").Progress} progress */
async function fetchPackages(progress) {
	const total = Object.values(packagesOf(inRoot("package-lock.json"))).filter(isForThisMachine).length;
	let requests = 0;
	// The lock file names no registry, so npm asks for where a package is, and then for the package.
	progress("installing", () => `${Math.min(99, Math.round((50 * requests) / total))} % of ${total} packages fetched`);
	// No package's own install script runs, for some would download programs; the one that is needed comes next.
	await npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
		onOutput: (text) => {
			requests += text.match(/^npm http /gm)?.length ?? 0;
		},
	});
}

/** @param {import("./steps.mjs").Progress} progress */
async function compileSqlite(progress) {
	progress("compiling SQLite, which takes about two minutes");
	const rebuilt = npm(["rebuild", "better-sqlite3", "--no-ignore-scripts", "--foreground-scripts"], {
		env: {
			// From the source that the package brings: else its script downloads a binary from GitHub.
			npm_config_build_from_source: process.env.npm_config_build_from_source ?? "true",
			npm_config_nodedir: process.env.npm_config_nodedir ?? nodeHeaders(),
			npm_config_jobs: process.env.npm_config_jobs ?? "max",
		},
	});
	await rebuilt.catch((error) => {
		if (error instanceof CommandFailed) error.message = CANNOT_COMPILE;
		throw error;
	});
}

/** The folder whose include/node holds the headers of this very Node; undefined has node-gyp download them. */
function nodeHeaders() {
	const prefix = join(process.execPath, "..", "..");
	const header = join(prefix, "include", "node", "node_version.h");
	if (!existsSync(header)) return undefined;
	const text = readFileSync(header, "utf8");
	const version = ["MAJOR", "MINOR", "PATCH"].map(
		(part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1],
	);
	return version.join(".") === process.versions.node ? prefix : undefined;
}

/** Where this version's compiled program is kept, for this machine and Node. */
function getCachedSqlite() {
	const { version } = JSON.parse(readFileSync(inRoot("node_modules/better-sqlite3/package.json"), "utf8"));
	const { platform, arch, versions } = process;
	return inRoot("data", "compiled", `better_sqlite3-${version}-${platform}-${arch}-${versions.modules}.node`);
}

/** @param {string} from @param {string} to */
function copyIfThere(from, to) {
	if (!existsSync(from)) return;
	mkdirSync(dirname(to), { recursive: true });
	copyFileSync(from, to);
}

async function canOpenSqlite() {
	const { code } = await capture(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:").close()']);
	return code === 0;
}

/** Whether npm already installed every package in the version that package-lock.json wants. */
function isInstalled() {
	const installedLock = inRoot("node_modules", ".package-lock.json");
	if (!existsSync(installedLock)) return false;
	return hasAll(packagesOf(installedLock), packagesOf(inRoot("package-lock.json")));
}

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }>} Packages by their folder
 * @param {Packages} installed @param {Packages} wanted
 */
export function hasAll(installed, wanted) {
	return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
		const found = installed[path];
		if (!found) return Boolean(optional);
		return found.version === version && found.integrity === integrity;
	});
}

/** @param {string} lockFile @returns {Packages} without the project itself */
function packagesOf(lockFile) {
	const { "": _, ...packages } = JSON.parse(readFileSync(lockFile, "utf8")).packages;
	return packages;
}

/** @param {Packages[string]} wanted */
function isForThisMachine({ os, cpu }) {
	return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** @param {string[]} args @param {Parameters<typeof run>[2]} options */
async function npm(args, options) {
	// Whoever silenced the npm that runs this still wants to see how far it is, and why it failed.
	const command = [...args, "--loglevel=http"];
	const cli = process.env.npm_execpath;
	try {
		if (cli && basename(cli) === "npm-cli.js") await run(process.execPath, [cli, ...command], options);
		else await run("npm", command, options);
	} catch (error) {
		if (error instanceof CommandFailed) error.output = error.output.replaceAll(/^npm http .*\n/gm, "");
		throw error;
	}
}
