import fc from "fast-check";
import { expect, it } from "vitest";
import { deriveGuid, getPublishedGuid } from "./identity";

const KNOWN = "f9233fb4-bce7-5fec-8620-ce4b0598930d";
const GUID = "9C3EBB8C-7716-5130-b9fe-ff8544f56360";

it("makes the guid of a conference and key that every other maker of version 5 makes", () => {
	// As uuid.uuid5(uuid.NAMESPACE_URL, "conf-2026 id:5@2026-01-31T09:00:00.000Z@janson") of Python.
	expect(deriveGuid("conf-2026", "id:5@2026-01-31T09:00:00.000Z@janson")).toBe(KNOWN);
	expect(deriveGuid("conf-2025", "id:5@2026-01-31T09:00:00.000Z@janson")).not.toBe(KNOWN);
});

it("publishes a talk under its own guid where that is one and is not another slot's too", () => {
	const ours = (key: string) => deriveGuid("conf", key);
	const lower = GUID.toLowerCase();
	expect([
		getPublishedGuid("conf", { key: `guid:${lower}`, guid: GUID }),
		getPublishedGuid("conf", { key: "id:5@2026-01-31T09:00:00.000Z@janson", guid: GUID }),
		getPublishedGuid("conf", { key: `guid:${lower}@2026-01-31T09:00:00.000Z@janson`, guid: GUID }),
		getPublishedGuid("conf", { key: "guid:g-1", guid: "g-1" }),
		getPublishedGuid("conf", { key: "hash:abc", guid: null }),
	]).toEqual([GUID, GUID, ours(`guid:${lower}@2026-01-31T09:00:00.000Z@janson`), ours("guid:g-1"), ours("hash:abc")]);
});

it("makes a version 5 UUID of anything", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (slug, key) => {
			expect(deriveGuid(slug, key)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		}),
	);
});
