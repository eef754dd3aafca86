import { readFileSync, writeFileSync } from "node:fs";
import { run } from "./child.mjs";
import { fingerprint, readState, writeState } from "./fingerprint.mjs";
import { inRoot, ROOT } from "./root.mjs";
import { UP_TO_DATE } from "./steps.mjs";

const STATE_FILE = inRoot("lib/db/generated/.talkshelf-generated");
const SCHEMA = "prisma/schema.prisma";
/** Derived, and beside the one that it is derived from because paths in it are relative. Git ignores it. */
const POSTGRESQL_SCHEMA = "prisma/schema.postgresql.prisma";

/**
 * Generates the Prisma clients of both databases.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function generate(progress) {
	const state = fingerprint(ROOT, [SCHEMA, "prisma.config.ts", "node_modules/prisma/package.json"]);
	if (readState(STATE_FILE) === state) return UP_TO_DATE;
	progress("generating");
	writeFileSync(inRoot(POSTGRESQL_SCHEMA), postgresqlSchema(readFileSync(inRoot(SCHEMA), "utf8")));
	await Promise.all([SCHEMA, POSTGRESQL_SCHEMA].map(generateClient));
	writeState(STATE_FILE, state);
	return "generated";
}

/** @param {string} schema SQLite's */
function postgresqlSchema(schema) {
	return schema.replaceAll("sqlite", "postgresql");
}

/** @param {string} schema */
function generateClient(schema) {
	return run(process.execPath, [inRoot("node_modules/prisma/build/index.js"), "generate", "--schema", schema], {
		// Generating needs no engine, but Prisma downloads one unless this names a program. It is never run.
		env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
	});
}
