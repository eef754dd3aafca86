import { expect, it } from "vitest";
import { countRevisions, isVisibleChange, readRevisions } from "./recorded-changes";
import type { RecordedChange } from "./schema";

const changed = (fields: RecordedChange["fields"]): RecordedChange => ({ kind: "CHANGED", fields });

it.each<[string, RecordedChange, number]>([
	["a talk that is new", { kind: "ADDED", fields: {} }, 0],
	["a withdrawn talk", { kind: "WITHDRAWN", fields: {} }, 1],
	["a talk that is back", { kind: "RETURNED", fields: { title: { from: "A", to: "B" } } }, 1],
	["another time", changed({ start: { from: "2026-01-31T09:00:00Z", to: "2026-01-31T10:00:00Z" } }), 1],
	["another day", changed({ day: { from: "2026-01-31", to: "2026-02-01" } }), 1],
	["another length", changed({ duration: { from: 30, to: 40 } }), 1],
	["another room", changed({ room: { from: "A", to: null } }), 1],
	["another title", changed({ title: { from: "A", to: "B" } }), 1],
	["a cancelled talk", changed({ isCancelled: { from: false, to: true } }), 1],
	["other speakers", changed({ speakers: { from: ["Ann"], to: [] } }), 0],
	["another text, and a recording", changed({ abstract: true, recordings: { from: 0, to: 1 } }), 0],
])("%s counts as it should", (_, change, count) => {
	expect(countRevisions(change)).toBe(count);
});

it("believes the column's own count, and not what is no count", () => {
	const told = changed({ room: { from: "A", to: "B" } });
	expect(readRevisions({ kind: "CHANGED", fields: { ...told.fields, revisions: 3 } }, told)).toBe(3);
	for (const fields of [told.fields, { revisions: -1 }, { revisions: "2" }, null]) {
		expect(readRevisions({ kind: "CHANGED", fields }, told)).toBe(1);
	}
});

it("tells of everything but a change of nothing", () => {
	expect([changed({}), changed({ url: true }), { kind: "ADDED", fields: {} } as const].map(isVisibleChange)).toEqual([
		false,
		true,
		true,
	]);
});
