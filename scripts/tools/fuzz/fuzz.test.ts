import { expect, it } from "vitest";
import { readCorpus } from "./corpus";
import { createSpecimen, runOnce } from "./run-seed";

it("makes the same of the same seed", () => {
	const corpus = readCorpus({ withReal: false });
	expect(corpus.map(({ name }) => name)).toEqual(
		expect.arrayContaining(["calendar.ics", "schedule.json", "talks.csv"]),
	);
	expect(createSpecimen(corpus, 7)).toEqual(createSpecimen(corpus, 7));
	expect(createSpecimen(corpus, 7)).not.toEqual(createSpecimen(corpus, 8));
});

it("finds every mutated schedule read or refused", async () => {
	const corpus = readCorpus({ withReal: false });
	const outcomes = new Set<string>();
	for (let seed = 1; seed <= 400; seed++) outcomes.add((await runOnce(corpus, seed)).is);
	expect(outcomes).toEqual(new Set(["refused", "read"]));
}, 60_000);
