import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadAuthSecret } from "./secret";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "talkshelf-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a secret is made once, for its owner's eyes alone, and read from then on", () => {
	const file = join(folder, "data/secret");
	const made = loadAuthSecret({}, file);
	expect({ made, again: loadAuthSecret({}, file), files: readdirSync(join(folder, "data")) }).toEqual({
		made: expect.stringMatching(/^[\w-]{43}$/),
		again: made,
		files: ["secret"],
	});
	if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("AUTH_SECRET comes first, and no file is made beside it", () => {
	expect([loadAuthSecret({ AUTH_SECRET: "given" }, join(folder, "secret")), readdirSync(folder)]).toEqual([
		"given",
		[],
	]);
});

test("processes that start at once agree on one secret", async () => {
	const file = join(folder, "secret");
	const code = `import(${JSON.stringify(new URL("./secret.ts", import.meta.url).href)})
		.then(({ loadAuthSecret }) => process.stdout.write(loadAuthSecret({}, ${JSON.stringify(file)})));`;
	const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--eval", code]);
	const answers = await Promise.all([start(), start(), start(), start()]);
	expect(new Set(answers.map(({ stdout }) => stdout))).toEqual(new Set([loadAuthSecret({}, file)]));
});
