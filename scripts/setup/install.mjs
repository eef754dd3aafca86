import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { capture, run } from "./child.mjs";
import { recall, remember } from "./fingerprint.mjs";
import { inRoot } from "./root.mjs";
import { UP_TO_DATE } from "./steps.mjs";

const REMEMBERED = inRoot("node_modules", ".talkshelf-install");

/**
 * Installs what package-lock.json says, development dependencies too, whatever NODE_ENV is.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function install(progress) {
	const wanted = createHash("sha256")
		.update(readFileSync(inRoot("package-lock.json")))
		.digest("hex");
	// better-sqlite3 is compiled for one version of Node's binary interface.
	const state = `${wanted} ${process.platform} ${process.arch} ${process.versions.modules}`;
	if (recall(REMEMBERED) === state) return UP_TO_DATE;
	const done = [];
	if (!isInstalled()) {
		await installPackages(progress);
		done.push("installed");
	}
	if (!(await canOpenSqlite())) {
		await compileSqlite(progress);
		done.push("SQLite compiled");
	}
	remember(REMEMBERED, state);
	return done.join(", ") || UP_TO_DATE;
}

/** @param {import("./steps.mjs").Progress} progress */
async function installPackages(progress) {
	const total = Object.keys(packagesOf(inRoot("package-lock.json"))).filter(
		(path) => !path.slice(1).includes("node_modules/"),
	);
	progress("installing from package-lock.json", () => `${countInstalled()} of ${total.length} packages`);
	// No package's own install script runs, for some would download programs; the one that is needed comes next.
	await npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
}

/** @param {import("./steps.mjs").Progress} progress */
async function compileSqlite(progress) {
	progress("compiling SQLite, which takes about two minutes");
	await npm(["rebuild", "better-sqlite3", "--no-ignore-scripts", "--foreground-scripts"], {
		// From the source that the package brings: else its script downloads a binary from GitHub.
		npm_config_build_from_source: process.env.npm_config_build_from_source ?? "true",
		npm_config_nodedir: process.env.npm_config_nodedir ?? nodeHeaders(),
		npm_config_jobs: process.env.npm_config_jobs ?? "max",
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
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages by their folder
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

function countInstalled() {
	const folder = inRoot("node_modules");
	if (!existsSync(folder)) return 0;
	return readdirSync(folder)
		.filter((name) => !name.startsWith("."))
		.flatMap((name) => (name.startsWith("@") ? readdirSync(join(folder, name)) : [name])).length;
}

/** @param {string[]} args @param {Record<string, string | undefined>} [env] */
function npm(args, env) {
	// Whoever silenced the npm that runs this still wants to know why its work failed.
	const audible = [...args, "--loglevel=notice"];
	const cli = process.env.npm_execpath;
	if (cli && basename(cli) === "npm-cli.js") return run(process.execPath, [cli, ...audible], { env });
	return run("npm", audible, { env });
}
