const TIMEOUT_MS = 15_000;

// Browsers let requests of 64 kB in all outlive their page; a longer body goes the ordinary way.
const KEEPALIVE_LENGTH = 20_000;

/** What one of our own addresses answered: JSON, read to its end. */
export type Answer = { readonly status: number; readonly body: unknown };

/** Sends JSON to one of our own addresses; null where no answer of ours came. */
export function sendJson(
	address: string,
	method: "PUT" | "POST" | "PATCH" | "DELETE",
	body: unknown,
): Promise<Answer | null> {
	const text = JSON.stringify(body);
	return ask(address, {
		method,
		headers: { "Content-Type": "application/json" },
		body: text,
		// What was done just before the page is left is still sent.
		keepalive: text.length <= KEEPALIVE_LENGTH,
	});
}

/** Reads from one of our own addresses; null where no answer of ours came. */
export function readJson(address: string): Promise<Answer | null> {
	return ask(address, {});
}

async function ask(address: string, init: RequestInit): Promise<Answer | null> {
	try {
		const response = await fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
		return { status: response.status, body: await response.json() };
	} catch {
		// No network, an answer cut short, or one that is not ours, as of a hotel's sign-in page.
		return null;
	}
}

/** Whether the same request may do better later. */
export function isWorthRetrying(answer: Answer | null): answer is null {
	return !answer || answer.status >= 500 || answer.status === 429;
}

/** Why a request that is worth repeating came to nothing, in a sentence. */
export function whyLater(answer: Answer | null): string {
	return answer?.status === 429 ? refusalOf(answer) : "The server does not answer. Try again in a moment.";
}

/** The sentence with which the server refused. */
export function refusalOf({ body }: Answer): string {
	const message = (body as { message?: unknown } | null)?.message;
	return typeof message === "string" ? message : "the server refused it.";
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * One write at a time, over all tabs where the browser has locks: the first of a new visitor makes a guest, and only one.
 * Where the visitor `isKnown`, nothing need be waited for, and what is sent while the page is left gets away.
 */
export function inTurn<Result>(isKnown: boolean, work: () => Promise<Result>): Promise<Result> {
	if (isKnown) return work();
	if (navigator.locks) return navigator.locks.request("talkshelf.write", work);
	const turn = lastTurn.then(work);
	lastTurn = turn.catch(() => {});
	return turn;
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
