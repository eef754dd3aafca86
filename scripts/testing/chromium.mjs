import { existsSync } from "node:fs";
import { capture } from "../setup/child.mjs";
import { inRoot } from "../setup/root.mjs";
import { StepFailed } from "../setup/steps.mjs";

/** Without windows it starts and draws in half the time. */
const HEADLESS_SHELL = { program: "/usr/bin/chromium-headless-shell", package: "chromium-headless-shell" };
const CHROMIUM = { program: "/usr/bin/chromium", package: "chromium" };

const NO_CHROMIUM =
	"No Chromium for the end-to-end tests, and none could be installed: set CHROMIUM_PATH, run `npx playwright install " +
	"--with-deps chromium`, or install Debian's package chromium-headless-shell.";

/**
 * The program of a Chromium that runs, installed where there is none; empty for the one that Playwright has.
 * @param {import("../setup/steps.mjs").Progress} progress
 */
export async function findChromium(progress) {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (await runs(named)) return named;
		throw new StepFailed(`CHROMIUM_PATH names ${named}, which does not run.`);
	}
	for (const program of ["", HEADLESS_SHELL.program]) if (await runs(program)) return program;
	progress("installing");
	const hasChromium = await runs(CHROMIUM.program);
	for (const [install, program] of /** @type {const} */ ([
		[() => hasChromium || installPlaywrights(), ""],
		[() => installDebians(HEADLESS_SHELL.package), HEADLESS_SHELL.program],
		[() => hasChromium || installDebians(CHROMIUM.package), CHROMIUM.program],
	])) {
		await install();
		if (await runs(program)) return program;
	}
	throw new StepFailed(NO_CHROMIUM);
}

/** @param {string} program */
async function runs(program) {
	if (program && !existsSync(program)) return false;
	const { chromium } = await import("@playwright/test");
	try {
		const browser = await chromium.launch({ executablePath: program || undefined, args: ["--no-sandbox"] });
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

function installPlaywrights() {
	return capture(process.execPath, [inRoot("node_modules/playwright/cli.js"), "install", "chromium"]);
}

/**
 * Needs to be root, or sudo that asks for no password.
 * @param {string} name of the package
 */
async function installDebians(name) {
	const isRoot = process.getuid?.() === 0;
	const [command, ...before] = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	try {
		await capture(command, [...before, "update", "-q"], { env });
		await capture(command, [...before, "install", "-y", "-q", "--no-install-recommends", name], { env });
	} catch {
		// There is no such command: not Debian.
	}
}
