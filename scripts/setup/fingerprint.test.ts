import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourcesFingerprint } from "./build.mjs";
import { fingerprint, readState, writeState } from "./fingerprint.mjs";

let root = "";

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "talkshelf-fingerprint-"));
	mkdirSync(join(root, "lib/db/generated"), { recursive: true });
	writeFileSync(join(root, "lib/a.ts"), "a");
	writeFileSync(join(root, "lib/a.test.ts"), "a");
	writeFileSync(join(root, "package-lock.json"), "{}");
});

afterEach(() => rmSync(root, { recursive: true }));

test("a fingerprint stays while contents stay, whatever the files' times are", () => {
	const before = fingerprint(root, ["lib", "nothing-here"]);
	utimesSync(join(root, "lib/a.ts"), 1, 1);
	expect(fingerprint(root, ["lib", "nothing-here"])).toBe(before);
});

test.each([
	["a file changes", () => writeFileSync(join(root, "lib/a.ts"), "b")],
	["a file comes", () => writeFileSync(join(root, "lib/b.ts"), "")],
	["a file goes", () => rmSync(join(root, "lib/a.ts"))],
	[
		"a file is renamed",
		() => {
			rmSync(join(root, "lib/a.ts"));
			writeFileSync(join(root, "lib/c.ts"), "a");
		},
	],
])("a fingerprint is another one once %s", (_, change) => {
	const before = fingerprint(root, ["lib"]);
	change();
	expect(fingerprint(root, ["lib"])).not.toBe(before);
});

test("the app is built anew for a source or a package, not for a test or what set-up generates", () => {
	const before = sourcesFingerprint(root);
	writeFileSync(join(root, "lib/a.test.ts"), "b");
	writeFileSync(join(root, "lib/db/generated/client.ts"), "b");
	const afterOthers = sourcesFingerprint(root);
	writeFileSync(join(root, "package-lock.json"), "[]");
	expect([afterOthers === before, sourcesFingerprint(root) === before]).toEqual([true, false]);
});

test("what is remembered is recalled, and nothing where nothing is", () => {
	const file = join(root, "kept/here");
	const before = readState(file);
	writeState(file, "state");
	expect([before, readState(file)]).toEqual(["", "state"]);
});
