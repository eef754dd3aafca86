import { expect, it } from "vitest";
import { toCoverBars } from "./covers";
import { getTrackHue } from "./track-hue";

it("makes tracks spines of their own hue, the largest the highest", () => {
	const spines = toCoverBars([
		{ name: "Rust", talkCount: 4 },
		{ name: "Nobody's", talkCount: 0 },
		{ name: "Go", talkCount: 16 },
	]);
	expect(spines.map(({ hue, height }) => ({ hue, height: Number(height.toFixed(3)) }))).toEqual([
		{ hue: getTrackHue("Rust"), height: 0.65 },
		{ hue: getTrackHue("Go"), height: 1 },
	]);
	expect(toCoverBars([])).toEqual([]);
});

it("has no more of them than can be told apart", () => {
	const many = Array.from({ length: 71 }, (_, index) => ({ name: `Track ${index}`, talkCount: index + 1 }));
	const spines = toCoverBars(many);
	expect(spines).toHaveLength(32);
	for (const { height } of spines) expect(height).toBeGreaterThan(0.3);
});
