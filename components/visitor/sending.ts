const TIMEOUT_MS = 15_000;

// Browsers let requests of 64 kB in all outlive their page; a longer body goes the ordinary way.
const KEEPALIVE_LENGTH = 20_000;

/** Sends JSON to one of our own addresses; null where no answer came. */
export function sendJson(address: string, method: "PUT", body: unknown): Promise<Response | null> {
	const text = JSON.stringify(body);
	return fetch(address, {
		method,
		headers: { "Content-Type": "application/json" },
		body: text,
		// What was done just before the page is left is still sent.
		keepalive: text.length <= KEEPALIVE_LENGTH,
		signal: AbortSignal.timeout(TIMEOUT_MS),
	}).catch(() => null);
}

/** Reads from one of our own addresses; null where no answer came. */
export function readJson(address: string): Promise<Response | null> {
	return fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
}

/** Whether the same request may do better later. */
export function isWorthRetrying(response: Response | null): response is null {
	return !response || response.status >= 500 || response.status === 429;
}

/** The sentence with which the server refused. */
export async function refusalOf(response: Response): Promise<string> {
	const refusal: { message?: string } = await response.json().catch(() => ({}));
	return refusal.message ?? "the server refused it.";
}

/** One write at a time over all tabs: the first of a new visitor makes a guest, and only one. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	// Locks exist in secure contexts only; without them a tab still takes its own turns.
	return navigator.locks ? navigator.locks.request("talkshelf.write", work) : work();
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** When to try again: soon at first, then ever later. */
export class Retry {
	#delay = FIRST_RETRY_MS;
	#timer: ReturnType<typeof setTimeout> | undefined;

	again(work: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(work, this.#delay);
		this.#delay = Math.min(this.#delay * 2, LAST_RETRY_MS);
	}

	/** An answer came: the next failure is a first one again. */
	reset(): void {
		clearTimeout(this.#timer);
		this.#delay = FIRST_RETRY_MS;
	}
}
