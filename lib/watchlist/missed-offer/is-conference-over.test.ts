import { expect, it } from "vitest";
import { isConferenceOver } from "./queries";

const brussels = { endDate: "2026-02-01", timeZone: "Europe/Brussels", dayChange: 0 };

it.each([
	["before the last midnight there", brussels, "2026-02-01T22:59:59Z", false],
	["after it", brussels, "2026-02-01T23:00:00Z", true],
	["in the night that belongs to the last day", { ...brussels, dayChange: 540 }, "2026-02-02T07:59:59Z", false],
	["once that is over", { ...brussels, dayChange: 540 }, "2026-02-02T08:00:00Z", true],
	["in a zone that is behind", { ...brussels, timeZone: "America/Los_Angeles" }, "2026-02-02T07:59:59Z", false],
	["in a zone that is ahead", { ...brussels, timeZone: "Pacific/Auckland" }, "2026-02-01T11:00:00Z", true],
	["long before", brussels, "2025-02-01T23:00:00Z", false],
])("knows whether a conference is over %s", (_, conference, now, expected) => {
	expect(isConferenceOver(conference, new Date(now))).toBe(expected);
});
