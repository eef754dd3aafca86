import { expect, it } from "vitest";
import { moveTo } from "./own-order-moves";

it("moves a talk to an index of the list without it, and no further than its ends", () => {
	expect(moveTo([1, 2, 3, 4], 1, 2)).toEqual([2, 3, 1, 4]);
	expect(moveTo([1, 2, 3, 4], 4, 0)).toEqual([4, 1, 2, 3]);
	expect(moveTo([1, 2, 3, 4], 2, 1)).toEqual([1, 2, 3, 4]);
	expect(moveTo([1, 2, 3, 4], 2, 9)).toEqual([1, 3, 4, 2]);
	expect(moveTo([1, 2, 3, 4], 2, -1)).toEqual([2, 1, 3, 4]);
	expect(moveTo([1], 1, 0)).toEqual([1]);
});
