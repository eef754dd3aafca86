import { existsSync } from "node:fs";
import { capture } from "../setup/child.mjs";
import { inRoot } from "../setup/root.mjs";
import { StepFailed } from "../setup/steps.mjs";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

const NO_CHROMIUM =
	"No Chromium for the end-to-end tests, and none could be installed: set CHROMIUM_PATH, run `npx playwright install " +
	"--with-deps chromium`, or install Debian's package chromium.";

/**
 * The program of a Chromium that runs, installed where there is none.
 * @param {import("../setup/steps.mjs").Progress} progress
 */
export async function findChromium(progress) {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (await runs(named)) return named;
		throw new StepFailed(`CHROMIUM_PATH names ${named}, which does not run.`);
	}
	const found = await firstThatRuns();
	if (found) return found;
	progress("installing");
	for (const install of [installPlaywrights, installDebians]) {
		await install();
		const installed = await firstThatRuns();
		if (installed) return installed;
	}
	throw new StepFailed(NO_CHROMIUM);
}

async function firstThatRuns() {
	const { chromium } = await import("@playwright/test");
	for (const program of [chromium.executablePath(), DEBIAN_CHROMIUM]) {
		if (await runs(program)) return program;
	}
	return undefined;
}

/** @param {string} program */
async function runs(program) {
	return existsSync(program) && (await capture(program, ["--version"])).code === 0;
}

function installPlaywrights() {
	return capture(process.execPath, [inRoot("node_modules/playwright/cli.js"), "install", "chromium"]);
}

/** Needs to be root, or sudo that asks for no password. */
async function installDebians() {
	const isRoot = process.getuid?.() === 0;
	const [command, ...before] = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	try {
		await capture(command, [...before, "update", "-q"], { env });
		await capture(command, [...before, "install", "-y", "-q", "--no-install-recommends", "chromium"], { env });
	} catch {
		// There is no such command: not Debian.
	}
}
