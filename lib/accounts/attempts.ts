/** Whether attempts are limited at all: tests make more of them than people would. */
export const isLimited = process.env.NODE_ENV === "production" && process.env.RATE_LIMIT !== "off";

export const WINDOW_MS = 5 * 60_000;
const MOST_ATTEMPTS = 10;
const MOST_KEYS = 10_000;

/**
 * Counts attempts per key, an email address for instance, since the address of who attempts is what they say it is.
 * In memory and bounded: what was counted longest ago is forgotten first.
 */
export class Attempts {
	readonly #most: number;
	readonly #counted = new Map<string, { since: number; count: number }>();

	constructor(most = MOST_ATTEMPTS) {
		this.#most = most;
	}

	/** Whether one more is allowed at `now`, in milliseconds; it is counted. */
	allow(key: string, now: number): boolean {
		const known = this.#counted.get(key);
		const counting = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 };
		counting.count++;
		this.#counted.delete(key);
		this.#counted.set(key, counting);
		for (const oldest of this.#counted.keys()) {
			if (this.#counted.size <= MOST_KEYS) break;
			this.#counted.delete(oldest);
		}
		return counting.count <= this.#most;
	}
}
