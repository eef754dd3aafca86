import { expect, it } from "vitest";
import { quoted, quotedAll } from "./quoted";

it("shows any text on one line, and not all of a long one", () => {
	expect(quoted("a\n\tb\u0007")).toBe('"a b"');
	expect(quoted("x".repeat(1000))).toBe(`"${"x".repeat(160)}…"`);
	expect(quoted(`${"x".repeat(159)}🐧 and more`)).toBe(`"${"x".repeat(159)}…"`);
});

it("lists a few of many", () => {
	expect(quotedAll(["a", "b"])).toBe('"a", "b"');
	expect(quotedAll(["a", "b", "c", "d", "e", "f"])).toBe('"a", "b", "c", "d", "e", "f"');
	expect(quotedAll(["a", "b", "c", "d", "e", "f", "g"])).toBe('"a", "b", "c", "d", "e" and 2 more');
});
