import { expect, it } from "vitest";
import { getTrackHue } from "./track-hue";

it("gives a track the same hue every year, however its name is written, and different tracks different ones", () => {
	expect(getTrackHue("Rust")).toBe(getTrackHue("RUST"));
	const hues = ["Rust", "Go", "Python", "Databases", "Security", "Kernel"].map(getTrackHue);
	expect(new Set(hues).size).toBe(hues.length);
	for (const hue of hues) expect(hue).toBeGreaterThanOrEqual(0);
	for (const hue of hues) expect(hue).toBeLessThan(360);
});
