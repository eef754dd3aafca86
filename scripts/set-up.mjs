// What tests need in a fresh clone: the packages and clients, and where they are asked for a browser and a build of the
// app: `set-up.mjs [browser] [build]`.
import { build } from "./setup/build.mjs";
import { withSetupLock } from "./setup/lock.mjs";
import { setUpCode } from "./setup/setup.mjs";
import { step } from "./setup/steps.mjs";
import { findChromium } from "./testing/chromium.mjs";

const parts = process.argv.slice(2);
const unknown = parts.filter((part) => !["browser", "build"].includes(part));
if (unknown.length > 0) {
	console.error(`Usage: npm run setup [-- browser build], not ${unknown.join(" ")}`);
	process.exit(2);
}

await setUpCode();
if (parts.includes("browser")) await step("Chromium", findChromium);
if (parts.includes("build")) await withSetupLock(() => step("App", build));
