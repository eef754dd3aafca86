import { expect, it } from "vitest";
import { quote, quoteAll } from "./quote";

it("shows any text on one line, and not all of a long one", () => {
	expect(quote("a\n\tb\u0007")).toBe('"a b"');
	expect(quote("x".repeat(1000))).toBe(`"${"x".repeat(160)}…"`);
	expect(quote(`${"x".repeat(159)}🐧 and more`)).toBe(`"${"x".repeat(159)}…"`);
});

it("lists a few of many", () => {
	expect(quoteAll(["a", "b"])).toBe('"a", "b"');
	expect(quoteAll(["a", "b", "c", "d", "e", "f"])).toBe('"a", "b", "c", "d", "e", "f"');
	expect(quoteAll(["a", "b", "c", "d", "e", "f", "g"])).toBe('"a", "b", "c", "d", "e" and 2 more');
});
