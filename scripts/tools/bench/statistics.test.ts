import { expect, test } from "vitest";
import { inRounds, median, quantile } from "./statistics";

test("the median of an even number of values lies between the middle two, whatever their order", () => {
	expect(median([40, 10, 20, 30])).toBe(25);
	expect(median([3, 1, 2])).toBe(2);
	expect(median([7])).toBe(7);
});

test("a quantile lies between the values around it", () => {
	const values = Array.from({ length: 101 }, (_, index) => 100 - index);
	expect(quantile(values, 0.95)).toBe(95);
	expect(quantile([0, 10], 0.95)).toBe(9.5);
	expect(quantile([0, 10], 1)).toBe(10);
});

test("nothing measured has no median", () => {
	expect(() => median([])).toThrow("Nothing was measured.");
});

test("rounds take every part once before any a second time", async () => {
	const order: string[] = [];
	const results = await inRounds(2, ["a", "b"], async (part) => {
		order.push(part);
		return `${part}${order.length}`;
	});
	expect(order).toEqual(["a", "b", "a", "b"]);
	expect(results).toEqual([
		["a1", "a3"],
		["b2", "b4"],
	]);
});
