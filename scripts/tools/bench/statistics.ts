/** The value below which `share` (0 to 1) of the values lie, between two of them where it falls there. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	const position = (sorted.length - 1) * share;
	const below = sorted[Math.floor(position)];
	const above = sorted[Math.ceil(position)];
	if (below === undefined || above === undefined) throw new RangeError("Nothing was measured.");
	return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** What happened `rounds` times, each round's parts in the same order; a row of results for each part. */
export async function inRounds<Part, Result>(
	rounds: number,
	parts: readonly Part[],
	measure: (part: Part) => Promise<Result>,
): Promise<Result[][]> {
	const results: Result[][] = parts.map(() => []);
	// Part by part within a round: what else the machine does for a while touches all parts alike.
	for (let round = 0; round < rounds; round++) {
		for (const [index, part] of parts.entries()) results[index]?.push(await measure(part));
	}
	return results;
}

/** How long each of `count` calls took, one after the other, in milliseconds. */
export async function timeEach(count: number, call: (index: number) => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let index = 0; index < count; index++) {
		const begin = performance.now();
		await call(index);
		times.push(performance.now() - begin);
	}
	return times;
}
