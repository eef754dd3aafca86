import { expect, it } from "vitest";
import { nextSpeed } from "./speed-setting";

it("goes from one speed to the next, from a browser's own too, and stays within the ends", () => {
	expect([0.5, 0.75, 1, 1.1, 2.25, 2.5, 4].map((speed) => nextSpeed(speed, 1))).toEqual([
		...[0.75, 1, 1.25, 1.25, 2.5, 2.5, 4],
	]);
	expect([0.5, 0.75, 1, 1.1, 2.25, 2.5, 4].map((speed) => nextSpeed(speed, -1))).toEqual([
		...[0.5, 0.75, 0.75, 1, 2, 2.25, 2.5],
	]);
});
