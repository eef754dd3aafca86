const TIMEOUT_MS = 15_000;

// Browsers let requests of 64 kB in all outlive their page; a longer body goes the ordinary way.
const MAX_KEEPALIVE_LENGTH = 20_000;

/** What one of our own addresses answered: JSON, read to its end. */
export type ApiResponse = { readonly status: number; readonly body: unknown };

/** Sends JSON to one of our own addresses; null where no answer of ours came. */
export function sendJson(
	url: string,
	method: "PUT" | "POST" | "PATCH" | "DELETE",
	body: unknown,
): Promise<ApiResponse | null> {
	const text = JSON.stringify(body);
	return fetchJson(url, {
		method,
		headers: { "Content-Type": "application/json" },
		body: text,
		// What was done just before the page is left is still sent.
		keepalive: text.length <= MAX_KEEPALIVE_LENGTH,
	});
}

/** Reads from one of our own addresses; null where no answer of ours came. */
export function readJson(url: string): Promise<ApiResponse | null> {
	return fetchJson(url, {});
}

async function fetchJson(url: string, init: RequestInit): Promise<ApiResponse | null> {
	try {
		const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
		return { status: response.status, body: await response.json() };
	} catch {
		// No network, an answer cut short, or one that is not ours, as of a hotel's sign-in page.
		return null;
	}
}

/** Whether the same request may do better later. */
export function isWorthRetrying(response: ApiResponse | null): response is null {
	return !response || response.status >= 500 || response.status === 429;
}

/** Why a request that is worth repeating came to nothing, in a sentence. */
export function whyLater(response: ApiResponse | null): string {
	return response?.status === 429 ? errorMessageOf(response) : "The server does not answer. Try again in a moment.";
}

/** The sentence with which the server refused. */
export function errorMessageOf({ body }: ApiResponse): string {
	const message = (body as { message?: unknown } | null)?.message;
	return typeof message === "string" ? message : "the server refused it.";
}

let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * One write at a time, over all tabs where the browser has locks: the first of a new visitor makes a guest, and only one.
 * Where the visitor `isKnown`, nothing need be waited for, and what is sent while the page is left gets away.
 */
export function withLock<Result>(isKnown: boolean, work: () => Promise<Result>): Promise<Result> {
	if (isKnown) return work();
	if (navigator.locks) return navigator.locks.request("talkshelf.write", work);
	const result = lastWrite.then(work);
	lastWrite = result.catch(() => {});
	return result;
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
