/** By how much more properties are tried than they usually are: `NEW_SEEDS=20` tries each on twenty new seeds' inputs. */
const multiplier = Math.max(1, Number(process.env.NEW_SEEDS || 1));

/** A property's number of runs where it is not fast-check's own. */
export function runs(baseRuns: number): { readonly numRuns: number } {
	return { numRuns: baseRuns * multiplier };
}
