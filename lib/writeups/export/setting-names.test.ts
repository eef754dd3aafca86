import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS, type ExportSettings, exportSettingsSchema, FLAVOURS, GROUPINGS, ORDERS } from "../options";
import { readSettings, settingsParams } from "./setting-names";

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
			fc.property(settings, settings, (asked, remembered) => {
				expect(readSettings(settingsParams(asked), remembered)).toEqual(asked);
				const vault = { ...asked, isVault: true };
				expect(readSettings(settingsParams(vault), remembered)).toEqual({ ...vault, flavour: remembered.flavour });
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
		expect(readSettings(new URLSearchParams(query), BASE)).toEqual(expected);
	});

	test("are what they were by default", () => {
		expect(readSettings(new URLSearchParams(), BASE)).toEqual({
			...DEFAULT_OPTIONS,
			isVault: false,
			group: "track",
			order: "schedule",
		});
	});
});
