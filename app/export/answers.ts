import { readText } from "@/lib/accounts/writing";

export const PRIVATE = "private, no-store";

/** More ids of talks than can be selected. */
const MAX_BYTES = 64 * 1024;

/** The params that a form sent, for more talks than an address can name, to `write`, or the answer that refuses them. */
export async function ofForm(
	request: Request,
	write: (params: URLSearchParams) => Promise<Response>,
): Promise<Response> {
	const form = await readText(request, MAX_BYTES).catch(() => "");
	if (form === null) return say(413, "Those are more talks than can be exported at once.");
	return write(new URLSearchParams(form));
}

/** One sentence in the place of a file. */
export function say(status: number, sentence: string): Response {
	const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE };
	return new Response(`${sentence}\n`, { status, headers });
}
