/** Runs no more than `most` of the works given to it at once; the others wait their turn. */
export function createConcurrencyLimit(max: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (work) => {
		if (running === max) await new Promise<void>((resolve) => waiting.push(resolve));
		else running++;
		try {
			return await work();
		} finally {
			// Whoever is next takes over the place.
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
