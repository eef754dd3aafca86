import { expect, it } from "vitest";
import { getInitial } from "./initial";

it.each([
	["Ada Lindqvist", "A"],
	["émilie nørgård", "E"],
	["Åse", "A"],
	["Æva", "A"],
	["Øyvind", "O"],
	["Łukasz", "L"],
	["ßen", "S"],
	["Zoë", "Z"],
	["Шевченко", "Ш"],
	["  bob", "B"],
	["𝒜da", "A"],
	["4ndr3w", "#"],
	["(anonymous)", "#"],
	["", "#"],
])("puts %s under %s", (name, letter) => {
	expect(getInitial(name)).toBe(letter);
});

it("has names of one letter side by side, in the order of an alphabet", () => {
	const names = [
		"Olaf",
		"Øyvind",
		"Oz",
		"Ädam",
		"Adele",
		"Æva",
		"Axel",
		"łuk",
		"Lu",
		"Lz",
		"Ž",
		"Za",
		"7",
		"_x",
		"Ш",
		"Щ",
	];
	const letters = [...names].sort(new Intl.Collator("en").compare).map(getInitial);
	expect(letters.filter((letter, index) => letter !== letters[index - 1])).toEqual([...new Set(letters)]);
});
