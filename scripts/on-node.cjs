"use strict";
// Runs a script beside this one, on a Node that can: `node scripts/on-node.cjs start.mjs`.
// Old syntax on purpose: this file has to run on the Node that it turns away.
const version = process.versions.node;
const [major, minor] = version.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Talkshelf needs Node 20.19 or newer, and this is Node ${version}: get one at https://nodejs.org.`);
	process.exit(1);
}
import(`./${process.argv.splice(2, 1)[0]}`);
