import { expect, test } from "vitest";
import { fitOf } from "./rank";

test("a title fits better the nearer its words begin with what is typed", () => {
	expect(fitOf(["go"], "Go without wires")).toBe(3);
	expect(fitOf(["go", "wi"], "Learning Go without wires")).toBe(2);
	expect(fitOf(["out"], "Go without wires")).toBe(1);
	expect(fitOf(["go", "ada"], "Go without wires", "Ada Lovelace")).toBe(1);
	expect(fitOf(["rust"], "Go without wires")).toBe(0);
	expect(fitOf(["cafe"], "Le café")).toBe(2);
});
