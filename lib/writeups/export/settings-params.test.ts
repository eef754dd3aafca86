import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS, type ExportSettings, exportSettingsSchema, FLAVOURS, GROUPINGS, ORDERS } from "../options";
import { parseSettings, settingsParams } from "./settings-params";

const BASE = exportSettingsSchema.parse({});

const settings: fc.Arbitrary<ExportSettings> = fc.record({
	flavour: fc.constantFrom(...FLAVOURS),
	isVault: fc.constant(false),
	group: fc.constantFrom(...GROUPINGS),
	order: fc.constantFrom(...ORDERS),
	headingLevel: fc.constantFrom(1, 2, 3, 4, 5),
	summaryBreak: fc.boolean(),
	takeawaysLabel: fc.constantFrom("Take: a, b & c", "**Ünï** 🌊", "# x", "a=b"),
	isLabelHeading: fc.boolean(),
	bullet: fc.constantFrom("-", "*", "+", "1."),
	introducesTalks: fc.boolean(),
	recordings: fc.boolean(),
	slides: fc.boolean(),
	times: fc.constantFrom("link", "text", "none"),
	withoutNote: fc.constantFrom("whole", "list", "none"),
});

describe("settings in an address", () => {
	test("are all there, and read back whatever is remembered", () => {
		fc.assert(
			fc.property(settings, settings, (requested, saved) => {
				expect(parseSettings(settingsParams(requested), saved)).toEqual(requested);
				const vault = { ...requested, isVault: true };
				expect(parseSettings(settingsParams(vault), saved)).toEqual({ ...vault, flavour: saved.flavour });
			}),
		);
	});

	test.each([
		["", BASE],
		["flavour=jekyll&group=day", { ...BASE, flavour: "jekyll", group: "day" }],
		["flavour=obsidian", { ...BASE, isVault: true }],
		["flavour=word&group=x&heading-level=9&bullet=o&times=&label-heading=true", BASE],
		["takeaways-label=", BASE],
		["takeaways-label=%20%0a", BASE],
		[`takeaways-label=${"x".repeat(201)}`, BASE],
		["takeaways-label=a%0Ab%00c", { ...BASE, takeawaysLabel: "a b\uFFFDc" }],
		["slides=1&recording=1&topic=x&times=none", { ...BASE, times: "none" }],
	])("%s", (query, expected) => {
		expect(parseSettings(new URLSearchParams(query), BASE)).toEqual(expected);
	});

	test("are what they were by default", () => {
		expect(parseSettings(new URLSearchParams(), BASE)).toEqual({
			...DEFAULT_OPTIONS,
			isVault: false,
			group: "track",
			order: "schedule",
		});
	});
});
