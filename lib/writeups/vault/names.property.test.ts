import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileLine } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { createNoteNamer } from "./plan";

// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\..*)?$/i;

const hard = fc.constantFrom(
	"",
	".",
	"..",
	" . ",
	"CON",
	"nul.txt",
	"Lpt1 .md",
	"com¹",
	'a/b\\c:d*e?f"g<h>i|j',
	"[[a]] #b ^c | d",
	".hidden",
	"trailing. . ",
	"README.md",
	"photo.PNG",
	"%% `code` %%",
	"\u202egnp.exe",
	"\u200b\ufeff",
	"é",
	"e\u0301",
	"É",
	"straße",
	"STRASSE",
	"ﬁle",
	"file",
	"İ",
	"ı",
	"I",
	"Σ",
	"ς",
	"a\tb\nc\0d",
	"🌊".repeat(300),
	"👩‍👩‍👧‍👦".repeat(40),
	"x".repeat(1_000),
	"word ".repeat(200),
	"日".repeat(500),
	"\ud800 half",
);
const title = fc.oneof(hard, hostileLine, fc.string({ unit: "binary", maxLength: 300 }));
const subject = fc.record({ title, qualifier: fc.oneof(title, fc.constant("Conf 2026")) });

/** Names that a file system that ignores case and composition takes for one are equal here. */
const caseVariants = (name: string) => [
	name.normalize("NFC").toLowerCase(),
	name.normalize("NFD").toUpperCase(),
	name.normalize("NFC").toUpperCase(),
];

describe("names of notes", () => {
	test("are legal as files everywhere and in links, whatever the titles, and no two collide", () => {
		fc.assert(
			fc.property(fc.array(subject, { maxLength: 40 }), (subjects) => {
				const nameFor = createNoteNamer();
				const names = subjects.map(nameFor);
				for (const name of names) {
					const file = `${name}.md`;
					expect(name).not.toBe("");
					expect(name).toBe(name.normalize("NFC"));
					expect(file).not.toMatch(/[<>:"/\\|?*#^[\]\p{Cc}\p{Surrogate}]/u);
					expect(file).not.toMatch(/^[\s.]|[\s.]$/u);
					expect(name).not.toMatch(/[\s.]$/u);
					expect(file).not.toMatch(RESERVED);
					expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i);
					expect(name).not.toMatch(/\.(?:md|pdf|png|canvas)$/i);
					expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
				}
				for (const way of [0, 1, 2])
					expect(new Set(names.map((name) => caseVariants(name)[way])).size).toBe(names.length);
				// The same titles, the same names.
				expect(subjects.map(createNoteNamer())).toEqual(names);
			}),
			runs(300),
		);
	});

	test("keep as much of a title as can be, and are told apart by what they are of", () => {
		const nameFor = createNoteNamer();
		expect(nameFor({ title: "What a *talk*: “quoted”, 100% & more…", qualifier: "Conf" })).toBe(
			"What a talk “quoted”, 100% & more…",
		);
		expect(nameFor({ title: "Closing", qualifier: "Conf 2025" })).toBe("Closing");
		expect(nameFor({ title: "closing", qualifier: "Conf 2026" })).toBe("closing (Conf 2026)");
		expect(nameFor({ title: "Closing", qualifier: "Conf 2026" })).toBe("Closing (Conf 2026) (2)");
		expect(nameFor({ title: "Closing?", qualifier: "x" })).toBe("Closing (2)");
		expect(nameFor({ title: `${"word ".repeat(30)}`, qualifier: "x" })).toBe("word ".repeat(20).trim().slice(0, 99));
		expect(nameFor({ title: "Node.js", qualifier: "x" })).toBe("Node.js");
		expect(nameFor({ title: "README.md", qualifier: "x" })).toBe("README md");
	});
});
