import { expect, test } from "vitest";
import { importsOf } from "./imports.mjs";
import { brokenRule, folderRings } from "./layers.mjs";

test.each([
	["app/page.tsx", "lib/db/client.ts"],
	["app/page.tsx", "@prisma/client"],
	["app/page.tsx", "lib/db/generated/sqlite/client.ts"],
	["app/page.tsx", "lib/testing/conference.ts"],
	["app/page.tsx", "e2e/shelf.ts"],
	["components/ui/icon.tsx", "app/page.tsx"],
	["components/ui/icon.tsx", "lib/db/db.ts"],
	["components/ui/icon.tsx", "lib/notes/queries.ts"],
	["components/ui/icon.tsx", "lib/watchlist/list/mutations.ts"],
	["components/ui/icon.tsx", "lib/accounts/session.ts"],
	["components/ui/icon.tsx", "better-sqlite3"],
	["lib/notes/queries.ts", "app/page.tsx"],
	["lib/notes/merge.ts", "components/ui/icon.tsx"],
	["lib/notes/merge.ts", "pg"],
	["lib/notes/merge.ts", "lib/db/db.ts"],
	["lib/notes/queries.ts", "next/headers"],
	["lib/watchlist/list/mutations.ts", "lib/accounts/session.ts"],
	["lib/schedule/formats/csv.ts", "lib/db/client.ts"],
	["lib/schedule/fields/text.ts", "node:fs/promises"],
	["lib/schedule/diff.ts", "next/cache"],
	["lib/db/client.ts", "lib/notes/types.ts"],
	["lib/db/client.ts", "components/ui/icon.tsx"],
	["lib/actions/edit-schedule.ts", "components/ui/icon.tsx"],
])("%s must not import %s", (from, to) => {
	expect(brokenRule({ from, to, isOfTypes: false })).toBeDefined();
});

test.each([
	["app/page.tsx", "lib/db/db.ts", false],
	["app/page.tsx", "lib/notes/queries.ts", false],
	["components/ui/icon.tsx", "lib/notes/queries.ts", true],
	["components/edits/talk-form.tsx", "lib/actions/edit-schedule.ts", false],
	["lib/actions/edit-schedule.ts", "lib/db/db.ts", false],
	["lib/accounts/session.ts", "lib/db/db.ts", false],
	["lib/actions/edit-schedule.ts", "next/cache", false],
	["lib/notes/queries.ts", "lib/db/client.ts", true],
	["lib/db/client.ts", "pg", false],
	["lib/http/fetch-checked.ts", "node:http", false],
])("%s may import %s", (from, to, isOfTypes) => {
	expect(brokenRule({ from, to, isOfTypes })).toBeUndefined();
});

test("imports are found however they are written, with their lines", () => {
	const source = `import "a";
import b, { type B } from "b";
import type { C } from "c";
export { type D, type E } from "d";
export * from "e";
const f = () => import("f");
export const g = "import 'g'";`;
	expect(importsOf("file.ts", source)).toEqual([
		{ line: 1, specifier: "a", isOfTypes: false },
		{ line: 2, specifier: "b", isOfTypes: false },
		{ line: 3, specifier: "c", isOfTypes: true },
		{ line: 4, specifier: "d", isOfTypes: true },
		{ line: 5, specifier: "e", isOfTypes: false },
		{ line: 6, specifier: "f", isOfTypes: false },
	]);
	expect(() => importsOf("file.ts", "import from")).toThrow("file.ts cannot be read");
});

test("folders that import each other are a ring, with the imports of the side that has fewer", () => {
	const imports = [
		{ from: "lib/a/1.ts", to: "lib/b/1.ts" },
		{ from: "lib/a/2.ts", to: "lib/b/1.ts" },
		{ from: "lib/b/1.ts", to: "lib/a/3.ts" },
		{ from: "lib/b/1.ts", to: "lib/b/2.ts" },
		{ from: "lib/b/1.ts", to: "lib/c/1.ts" },
		{ from: "lib/c/1.ts", to: "lib/d/1.ts" },
		{ from: "lib/d/1.ts", to: "lib/e/1.ts" },
		{ from: "lib/e/1.ts", to: "lib/c/1.ts" },
	];
	expect(folderRings(imports)).toEqual([
		{ folders: ["lib/c", "lib/d", "lib/e"], pairs: [] },
		{ folders: ["lib/a", "lib/b"], pairs: [{ imports: [imports[2]], back: 2 }] },
	]);
});
