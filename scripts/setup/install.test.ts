import { expect, test } from "vitest";
import { hasAll } from "./install.mjs";

const wanted = {
	"node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
	"node_modules/for-another-machine": { version: "1.0.0", integrity: "sha512-b", optional: true },
};

test("all is installed where only what is optional is missing", () => {
	expect(hasAll({ "node_modules/a": { version: "1.0.0", integrity: "sha512-a" } }, wanted)).toBe(true);
});

test.each([
	["missing", {}],
	["of another version", { "node_modules/a": { version: "1.0.1", integrity: "sha512-a" } }],
	["of another content", { "node_modules/a": { version: "1.0.0", integrity: "sha512-c" } }],
])("not all is installed where a package is %s", (_, installed) => {
	expect(hasAll(installed, wanted)).toBe(false);
});
