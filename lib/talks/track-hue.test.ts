import { expect, it } from "vitest";
import { trackHue } from "./track-hue";

it("gives a track the same hue every year, however its name is written, and different tracks different ones", () => {
	expect(trackHue("Rust")).toBe(trackHue("RUST"));
	const hues = ["Rust", "Go", "Python", "Databases", "Security", "Kernel"].map(trackHue);
	expect(new Set(hues).size).toBe(hues.length);
	for (const hue of hues) expect(hue).toBeGreaterThanOrEqual(0);
	for (const hue of hues) expect(hue).toBeLessThan(360);
});
