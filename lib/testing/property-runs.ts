const asked = process.env.PROPERTY_RUNS;

/**
 * How properties are tried: on the same inputs every time, so that what passes goes on to pass, and on others where
 * `PROPERTY_RUNS` says through how many times `usual` sixtieths of them to hunt.
 */
export function runs(usual: number): { numRuns: number; seed?: number } {
	return asked === undefined
		? { numRuns: usual, seed: 20260211 }
		: { numRuns: Math.ceil((usual * Number(asked)) / 60) };
}

/** As long as that may take, in milliseconds. */
export const RUNS_TIMEOUT = 120_000 * Math.max(1, Number(asked ?? 60) / 60);
