import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK_STATUSES } from "@/lib/marks/status";
import { computeTriageProgress } from "./progress";

describe("triage", () => {
	it("has decided what is marked, put off what is skipped, and goes on with the rest in order", () => {
		const marks = new Map([
			[1, "MUST_SEE" as const],
			[3, "MISSED" as const],
			[6, "MISSED" as const],
		]);
		const progress = computeTriageProgress([5, 1, 2, 3, 4, 6], {
			markOf: (id) => marks.get(id) ?? null,
			isSkipped: (id) => id === 2,
		});
		expect(progress).toEqual({
			total: 6,
			decided: 3,
			byMark: { MUST_SEE: 1, WATCHED: 0, MISSED: 2 },
			skipped: [2],
			open: [5, 4],
		});
	});

	it("counts a marked talk as decided though it was put off before", () => {
		const progress = computeTriageProgress([1], { markOf: () => "WATCHED", isSkipped: () => true });
		expect([progress.decided, progress.skipped, progress.open]).toEqual([1, [], []]);
	});

	it("leaves no talk out and counts none twice", () => {
		const talk = fc.record({ mark: fc.constantFrom(null, ...MARK_STATUSES), skipped: fc.boolean() });
		fc.assert(
			fc.property(fc.array(talk), (talks) => {
				const { total, decided, skipped, open } = computeTriageProgress([...talks.keys()], {
					markOf: (id) => talks[id]?.mark ?? null,
					isSkipped: (id) => talks[id]?.skipped ?? false,
				});
				expect(decided + skipped.length + open.length).toBe(total);
				expect(new Set([...skipped, ...open]).size).toBe(skipped.length + open.length);
			}),
		);
	});
});
