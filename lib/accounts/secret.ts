import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Where a server keeps the secret that it made for itself; git ignores it. */
export const SECRET_FILE = "data/secret";

/**
 * What signs the cookies: AUTH_SECRET, or else what stands in `file`, which is made where there is none. Every process
 * that serves the same visitors needs the same one, so servers on several machines are given AUTH_SECRET.
 */
export function loadAuthSecret(
	env: Readonly<Record<string, string | undefined>> = process.env,
	file = resolve(SECRET_FILE),
): string {
	return env.AUTH_SECRET || readSecret(file) || makeSecret(file);
}

function readSecret(file: string): string {
	try {
		return readFileSync(file, "utf8").trim();
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
		throw error;
	}
}

function makeSecret(file: string): string {
	mkdirSync(dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
	writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
	try {
		// A link to a finished file: of several processes that start at once, one wins, and all read the same.
		linkSync(draft, file);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
	} finally {
		rmSync(draft);
	}
	return readSecret(file);
}
