import { setUpApp } from "./setup/app.mjs";
import { show } from "./setup/child.mjs";
import { inRoot } from "./setup/root.mjs";

await setUpApp({ isBuilt: true });
const next = inRoot("node_modules/next/dist/bin/next");
process.exitCode = await show(process.execPath, [next, "start", ...process.argv.slice(2)], { NODE_ENV: "production" });
