import { setUpCode } from "./setup/setup.mjs";

await setUpCode({ isQuiet: true });
// The checks load packages that set-up may have had to install first.
const { runChecks } = await import("./check/checks.mjs");
process.exitCode = (await runChecks()) ? 0 : 1;
