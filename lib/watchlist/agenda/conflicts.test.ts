import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { byTime, findConflicts, getSpan } from "./days";

type Talk = { id: number; start: Date; duration: number; isCancelled: boolean; isWithdrawn: boolean };

let lastId = 0;
const at = (clock: string) => new Date(`2026-01-31T${clock}:00Z`);
const talk = (clock: string, duration: number, rest: Partial<Talk> = {}): Talk => ({
	...{ id: ++lastId, start: at(clock), duration, isCancelled: false, isWithdrawn: false },
	...rest,
});
const idsOf = (talks: readonly Talk[]) => findConflicts(talks).map((conflict) => conflict.talks.map(({ id }) => id));

describe("conflicts", () => {
	it("are sets that all overlap, not only neighbours", () => {
		const [long, first, second, later] = [talk("10:00", 120), talk("10:10", 20), talk("10:20", 30), talk("11:00", 30)];
		expect(findConflicts([later, second, long, first])).toEqual([
			{ talks: [long, first, second], from: at("10:20"), to: at("10:30") },
			{ talks: [long, later], from: at("11:00"), to: at("11:30") },
		]);
	});

	it("are none where one begins as the other ends", () => {
		expect(idsOf([talk("10:00", 30), talk("10:30", 30), talk("11:00", 5)])).toEqual([]);
	});

	it("count a talk without a length where it begins", () => {
		const [before, long, point, same] = [talk("10:00", 30), talk("10:30", 60), talk("10:30", 0), talk("10:30", 0)];
		expect(idsOf([before, long, point])).toEqual([[point.id, long.id]]);
		expect(idsOf([point, same])).toEqual([[point.id, same.id]]);
		expect(idsOf([point, talk("10:31", 10)])).toEqual([]);
	});

	it("leave out what does not take place", () => {
		const [here, cancelled, withdrawn] = [
			talk("10:00", 30),
			talk("10:00", 30, { isCancelled: true }),
			talk("10:00", 30, { isWithdrawn: true }),
		];
		expect(idsOf([here, cancelled, withdrawn])).toEqual([]);
	});

	const anyTalks = fc.array(
		fc.record({
			start: fc.integer({ min: 0, max: 12 }).map((five) => new Date(five * 300_000)),
			duration: fc.integer({ min: 0, max: 6 }).map((five) => five * 5),
			isCancelled: fc.integer({ min: 0, max: 9 }).map((pick) => pick === 0),
			isWithdrawn: fc.integer({ min: 0, max: 9 }).map((pick) => pick === 0),
		}),
		{ maxLength: 9 },
	);

	it("are those that trying every set finds", () => {
		fc.assert(
			fc.property(anyTalks, (drafts) => {
				const talks = drafts.map((draft, id): Talk => ({ id, ...draft }));
				const found = idsOf(talks).map((ids) => ids.toSorted((a, b) => a - b).join());
				expect(new Set(found).size).toBe(found.length);
				expect(found.toSorted()).toEqual(bruteForce(talks));
			}),
			runs(500),
		);
	});

	it("come in order of time, whatever order the talks came in", () => {
		fc.assert(
			fc.property(anyTalks, (drafts) => {
				const talks = drafts.map((draft, id): Talk => ({ id, ...draft }));
				const conflicts = findConflicts(talks);
				expect(findConflicts(talks.toReversed())).toEqual(conflicts);
				for (const [index, { talks: set, from, to }] of conflicts.entries()) {
					expect(from.getTime()).toBeLessThan(to.getTime());
					expect(set).toEqual(set.toSorted(byTime));
					const before = conflicts[index - 1];
					if (before) expect(before.to.getTime()).toBeLessThanOrEqual(from.getTime());
				}
			}),
		);
	});
});

/** Every set of two or more that has a moment in common, without those that are part of another. */
function bruteForce(talks: readonly Talk[]): string[] {
	const present = talks.filter(({ isCancelled, isWithdrawn }) => !isCancelled && !isWithdrawn);
	const overlapping: number[][] = [];
	for (let bits = 1; bits < 2 ** present.length; bits++) {
		const set = present.filter((_, index) => (bits >> index) & 1);
		const spans = set.map(getSpan);
		const hasMoment = Math.max(...spans.map(({ from }) => from)) < Math.min(...spans.map(({ to }) => to));
		if (set.length > 1 && hasMoment) overlapping.push(set.map(({ id }) => id));
	}
	return overlapping
		.filter((set) => !overlapping.some((other) => other.length > set.length && set.every((id) => other.includes(id))))
		.map((set) => set.join())
		.sort();
}
