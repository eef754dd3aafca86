import { expect, test } from "vitest";
import { indexItem } from "./queries";
import { scoreMatch } from "./rank";

const fitsAs = (words: string[], title: string, beside = "") =>
	scoreMatch(words, indexItem({ kind: "talk", title, about: "", href: "" }, beside));

test("a title fits better the nearer its words begin with what is typed", () => {
	expect(fitsAs(["go"], "Go without wires")).toBe(3);
	expect(fitsAs(["go", "wi"], "Learning Go without wires")).toBe(2);
	expect(fitsAs(["out"], "Go without wires")).toBe(1);
	expect(fitsAs(["go", "ada"], "Go without wires", "Ada Lovelace")).toBe(1);
	expect(fitsAs(["rust"], "Go without wires")).toBe(0);
	expect(fitsAs(["cafe"], "Le café")).toBe(2);
});
