import fc from "fast-check";
import { expect, it } from "vitest";
import { wholeLines } from "./send-source";

it("gives each line once, when it is whole", () => {
	expect(wholeLines("", 0)).toEqual({ lines: [], next: 0 });
	expect(wholeLines("one", 0)).toEqual({ lines: [], next: 0 });
	expect(wholeLines("one\ntw", 0)).toEqual({ lines: ["one"], next: 4 });
	expect(wholeLines("one\ntwo\nthree\n", 4)).toEqual({ lines: ["two", "three"], next: 14 });
	expect(wholeLines("one\ntwo\nthree\n", 14)).toEqual({ lines: [], next: 14 });
});

it("gives the same lines however the text arrives", () => {
	const line = fc.string().map((text) => text.replaceAll("\n", ""));
	fc.assert(
		fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
			const text = lines.map((each) => `${each}\n`).join("");
			const found: string[] = [];
			let from = 0;
			for (const cut of [...cuts.sort((one, other) => one - other), text.length]) {
				const { lines: more, next } = wholeLines(text.slice(0, cut), from);
				found.push(...more);
				from = next;
			}
			expect(found).toEqual(lines);
		}),
	);
});
