import { setUpApp } from "./setup/app.mjs";
import { show } from "./setup/child.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { inRoot } from "./setup/root.mjs";

loadEnvironment();
await setUpApp({ isBuilt: false });
const next = inRoot("node_modules/next/dist/bin/next");
process.exitCode = await show(process.execPath, [next, "dev", ...process.argv.slice(2)], { NODE_ENV: "development" });
