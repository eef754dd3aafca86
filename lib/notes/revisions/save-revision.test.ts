import fc from "fast-check";
import { expect, test } from "vitest";
import { findLeastUsefulIndex } from "./save-revision";

const at = (...minutes: number[]) => minutes.map((minute) => new Date(minute * 60_000));

test("the revision goes whose neighbours are nearest to each other", () => {
	expect(findLeastUsefulIndex(at(0, 10, 11, 30, 60))).toBe(1);
	expect(findLeastUsefulIndex(at(0, 30, 31, 33, 60))).toBe(2);
	expect(findLeastUsefulIndex(at(0, 0, 0))).toBe(1);
});

test("there is none to let go between two", () => {
	expect(findLeastUsefulIndex(at())).toBeNull();
	expect(findLeastUsefulIndex(at(1))).toBeNull();
	expect(findLeastUsefulIndex(at(1, 2))).toBeNull();
});

test("whatever is let go, the oldest and the newest stay, and no gap is longer than letting another go would leave", () => {
	fc.assert(
		fc.property(fc.array(fc.nat(10_000), { minLength: 3, maxLength: 60 }), (minutes) => {
			const all = at(...minutes.toSorted((a, b) => a - b));
			const index = findLeastUsefulIndex(all);
			if (index === null) throw new Error("One of three can go.");
			expect(index).toBeGreaterThan(0);
			expect(index).toBeLessThan(all.length - 1);
			const gap = (i: number) => Number(all[i + 1]) - Number(all[i - 1]);
			for (let i = 1; i < all.length - 1; i++) expect(gap(index)).toBeLessThanOrEqual(gap(i));
		}),
	);
});
