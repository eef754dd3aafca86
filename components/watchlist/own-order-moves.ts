/** A talk that is put right before another one, or last. */
export type Move = { readonly talkId: number; readonly before: number | null };

const NO_RESPONSE = "the server does not answer.";

/** The list with a member at another index, counted without it; one beyond its ends is the end. */
export function moveTo(ids: readonly number[], id: number, target: number): number[] {
	const rest = ids.filter((other) => other !== id);
	return rest.toSpliced(Math.max(0, Math.min(target, rest.length)), 0, id);
}

let latest: Promise<unknown> = Promise.resolve();

/** Has the server keep a move, after all those before. Answers why it was not kept; undefined where it was. */
export function sendMove(move: Move): Promise<string | undefined> {
	const sent = latest.then(() => send(move));
	latest = sent;
	return sent;
}

async function send(move: Move): Promise<string | undefined> {
	try {
		const response = await fetch("/api/watchlist/order", {
			method: "PUT",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(move),
			// The page may be left meanwhile.
			keepalive: true,
		});
		if (response.ok) return undefined;
		const body: { message?: string } = await response.json();
		return body.message ?? NO_RESPONSE;
	} catch {
		return NO_RESPONSE;
	}
}
