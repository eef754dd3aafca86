import { runChecks } from "./check/checks.mjs";
import { setUpCode } from "./setup/setup.mjs";

await setUpCode({ isQuiet: true });
process.exitCode = (await runChecks()) ? 0 : 1;
