import { createHash, randomBytes } from "node:crypto";

/** Whether attempts are limited at all: tests make more of them than people would. */
export const isRateLimited = process.env.NODE_ENV === "production" && process.env.RATE_LIMIT !== "off";

export const WINDOW_MS = 5 * 60_000;
const MAX_ATTEMPTS = 10;

/**
 * Counts attempts per key, an email address or a network for instance: in memory, and so on each server by itself. There are
 * 65,536 counters, and a key always has the same one of them: nothing is forgotten before its time, however many other keys
 * somebody thinks of, and which keys share a counter nobody outside can know.
 */
export class RateLimiter {
	readonly #most: number;
	readonly #windowMs: number;
	readonly #salt = randomBytes(16);
	readonly #counters = new Map<number, { since: number; count: number }>();

	constructor(maxAttempts = MAX_ATTEMPTS, windowMs = WINDOW_MS) {
		this.#most = maxAttempts;
		this.#windowMs = windowMs;
	}

	/** Whether one more is allowed at `now`, in milliseconds; it is counted. */
	allow(key: string, now: number): boolean {
		const counter = createHash("sha256").update(this.#salt).update(key).digest().readUInt16BE();
		const known = this.#counters.get(counter);
		const counting = known && now - known.since < this.#windowMs ? known : { since: now, count: 0 };
		counting.count++;
		this.#counters.set(counter, counting);
		return counting.count <= this.#most;
	}
}

// On the global object, as the app's client of the database is: this module may be there more than once in a process.
const shared = globalThis as { talkshelfAttempts?: Map<string, RateLimiter> };

/** The process's one counter of this name, with the limit that it is first asked with. */
export function sharedAttempts(name: string, maxAttempts?: number, windowMs?: number): RateLimiter {
	shared.talkshelfAttempts ??= new Map();
	const attempts = shared.talkshelfAttempts.get(name) ?? new RateLimiter(maxAttempts, windowMs);
	shared.talkshelfAttempts.set(name, attempts);
	return attempts;
}
