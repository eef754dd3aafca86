import { type Browser, chromium } from "@playwright/test";
import { type Progress, step, UP_TO_DATE } from "../../setup/steps.mjs";
import { findChromium } from "../../testing/chromium.mjs";
import { CHROMIUM_FLAGS } from "../../testing/chromium-flags";

/** The browser that the end-to-end tests use. */
export async function launchBrowser(): Promise<Browser> {
	let executablePath = "";
	const find = async (progress: Progress) => {
		executablePath = await findChromium(progress);
		return UP_TO_DATE;
	};
	await step("Chromium", find, { out: process.stderr, isQuiet: true });
	// Signals end this process, and its end kills the browser.
	const handleSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
	return chromium.launch({ executablePath: executablePath || undefined, args: CHROMIUM_FLAGS, ...handleSignals });
}
