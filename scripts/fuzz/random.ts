/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = {
	/** A whole number from 0 up to and without `end`; 0 where there is none. */
	readonly below: (end: number) => number;
	/** One of them; there has to be one. */
	readonly pick: <T>(all: readonly T[]) => T;
};

export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (end: number) => Math.floor(next() * Math.max(end, 0));
	return { below, pick: <T>(all: readonly T[]) => all[below(all.length)] as T };
}
