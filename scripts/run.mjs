// Sets the project up as far as a script needs it, then runs that script: `run.mjs [--on-database] SCRIPT ARGUMENTS`,
// with the database brought up to date first where the script asks for one.
import { pathToFileURL } from "node:url";
import { show } from "./setup/child.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { inRoot } from "./setup/root.mjs";
import { setUpCode } from "./setup/setup.mjs";

const args = process.argv.slice(2);
const usesDatabase = args[0] === "--on-database";
const [script = "", ...scriptArgs] = usesDatabase ? args.slice(1) : args;

loadEnvironment();
// The script's own output may be read by a program: nothing else is written there.
await setUpCode({ out: process.stderr, isQuiet: true });
const preloaded = ["tsx"];
if (usesDatabase) preloaded.push(pathToFileURL(inRoot("scripts/setup/migrate-first.ts")).href);
const imports = preloaded.flatMap((module) => ["--import", module]);
process.exitCode = await show(process.execPath, [...imports, inRoot(script), ...scriptArgs]);
