import { expect, it } from "vitest";
import { getMinutesLeft, getWatchedShare, isInLastPart, isUnfinished } from "./progress";

it("is unfinished between its first and its last seconds", () => {
	const places = [0, 9, 10, 1700, 1709, 1710, 1795, 1800, 2000].filter((position) =>
		isUnfinished({ position, duration: 1800 }),
	);
	expect(places).toEqual([10, 1700, 1709]);
	// Nearly all of a short one is left over sooner by seconds than by its part.
	expect([10, 49, 50, 59].filter((position) => isUnfinished({ position, duration: 60 }))).toEqual([10, 49]);
	expect([9, 10, 9000].filter((position) => isUnfinished({ position, duration: null }))).toEqual([10, 9000]);
});

it("is in its last part from nine tenths on, where that can be known", () => {
	expect([1619, 1620, 1800].map((position) => isInLastPart({ position, duration: 1800 }))).toEqual([false, true, true]);
	expect(isInLastPart({ position: 9000, duration: null })).toBe(false);
});

it("says how much is left and was seen, where that can be known", () => {
	expect([0, 60, 1799, 1800].map((position) => getMinutesLeft({ position, duration: 1800 }))).toEqual([30, 29, 1, 1]);
	expect([0, 450, 1900].map((position) => getWatchedShare({ position, duration: 1800 }))).toEqual([0, 0.25, 1]);
	expect([getMinutesLeft({ position: 5, duration: null }), getWatchedShare({ position: 5, duration: 0 })]).toEqual([
		null,
		null,
	]);
});
