import { describe, expect, it } from "vitest";
import { mergeChanges } from "./recorded-changes";

const changed = (fields: object) => ({ kind: "CHANGED", fields }) as const;

describe("mergeChanges", () => {
	it("goes from what was first to what is last", () => {
		const first = changed({ title: { from: "A", to: "B" }, room: { from: "R", to: null } });
		const last = changed({ title: { from: "B", to: "C" }, duration: { from: 30, to: 40 }, abstract: true });
		expect(mergeChanges(first, last)).toEqual(
			changed({
				title: { from: "A", to: "C" },
				room: { from: "R", to: null },
				duration: { from: 30, to: 40 },
				abstract: true,
			}),
		);
	});

	it("tells no field that is back where it was, and no change without any", () => {
		const first = changed({ speakers: { from: ["Ann"], to: [] }, title: { from: "A", to: "B" } });
		const back = changed({ speakers: { from: [], to: ["Ann"] } });
		expect(mergeChanges(first, back)).toEqual(changed({ title: { from: "A", to: "B" } }));
		expect(
			mergeChanges(changed({ room: { from: "R", to: "S" } }), changed({ room: { from: "S", to: "R" } })),
		).toBeNull();
	});

	it("leaves a new talk new, whatever was changed of it, and forgets one that was withdrawn at once", () => {
		const added = { kind: "ADDED", fields: {} } as const;
		expect(mergeChanges(added, changed({ title: { from: "A", to: "B" } }))).toEqual(added);
		expect(mergeChanges(added, { kind: "WITHDRAWN", fields: {} })).toBeNull();
	});

	it("forgets that a talk was withdrawn and came back, but not what changed of it", () => {
		const withdrawn = { kind: "WITHDRAWN", fields: { title: { from: "A", to: "B" } } } as const;
		expect(mergeChanges(withdrawn, { kind: "RETURNED", fields: {} })).toEqual(changed(withdrawn.fields));
		expect(mergeChanges({ kind: "WITHDRAWN", fields: {} }, { kind: "RETURNED", fields: {} })).toBeNull();
		expect(mergeChanges(changed({ url: true }), { kind: "WITHDRAWN", fields: {} })).toEqual({
			kind: "WITHDRAWN",
			fields: { url: true },
		});
	});
});
