import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARK_STATUSES } from "@/lib/marks/status";
import { chainEntries, findLatestPerTalk } from "./mark-log";
import type { MarkLogEntry } from "./types";

const status = fc.constantFrom(null, ...MARK_STATUSES);

const logs: fc.Arbitrary<MarkLogEntry[]> = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1, maxLength: 3 }),
		talkId: fc.integer({ min: 1, max: 3 }),
		// What is stored may be wrong by now.
		from: status,
		to: status,
		// Few moments, so that many presses share one.
		at: fc.integer({ min: 0, max: 5 }).map((ms) => new Date(ms)),
		correctedDay: fc.constantFrom(null, "2026-02-14"),
	}),
	{ selector: ({ id }) => id },
);

describe("a log of marks", () => {
	it("is the same in whatever order its entries arrive, and however often they are put together", () => {
		fc.assert(
			fc.property(logs, fc.infiniteStream(fc.nat()), (log, keys) => {
				const shuffled = log
					.map((entry) => ({ entry, key: keys.next().value as number }))
					.toSorted((a, b) => a.key - b.key)
					.map(({ entry }) => entry);
				expect(chainEntries(shuffled)).toEqual(chainEntries(log));
				expect(chainEntries(chainEntries(log))).toEqual(chainEntries(log));
			}),
		);
	});

	it("goes on where it ended, talk by talk, and ends with the latest", () => {
		fc.assert(
			fc.property(logs, (log) => {
				const entries = chainEntries(log);
				expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(log.map(({ id }) => id)));
				for (const talkId of [1, 2, 3]) {
					const ofTalk = entries.filter((entry) => entry.talkId === talkId);
					const times = ofTalk.map(({ at }) => at.getTime());
					expect(times).toEqual(times.toSorted((a, b) => a - b));
					expect(ofTalk.map(({ from }) => from)).toEqual([null, ...ofTalk.map(({ to }) => to)].slice(0, ofTalk.length));
					expect(findLatestPerTalk(entries).find((entry) => entry.talkId === talkId)).toEqual(ofTalk.at(-1));
				}
			}),
		);
	});

	it("changes nothing but where entries begin", () => {
		const entry = (id: string, at: number, to: MarkLogEntry["to"]): MarkLogEntry => {
			return { id, talkId: 1, from: null, to, at: new Date(at), correctedDay: id === "b" ? "2026-02-14" : null };
		};
		expect(chainEntries([entry("c", 3, null), entry("a", 1, "MUST_SEE"), entry("b", 2, "WATCHED")])).toEqual([
			entry("a", 1, "MUST_SEE"),
			{ ...entry("b", 2, "WATCHED"), from: "MUST_SEE" },
			{ ...entry("c", 3, null), from: "WATCHED" },
		]);
	});
});
