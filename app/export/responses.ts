import { readBodyText } from "@/lib/accounts/http";

export const PRIVATE_CACHE = "private, no-store";

/** More ids of talks than can be selected. */
const MAX_BYTES = 64 * 1024;

/** The params that a form sent, for more talks than an address can name, to `write`, or the answer that refuses them. */
export async function withFormParams(
	request: Request,
	respond: (params: URLSearchParams) => Promise<Response>,
): Promise<Response> {
	const form = await readBodyText(request, MAX_BYTES).catch(() => "");
	if (form === null) return textResponse(413, "Those are more talks than can be exported at once.");
	return respond(new URLSearchParams(form));
}

/** One sentence in the place of a file. */
export function textResponse(status: number, message: string): Response {
	const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE_CACHE };
	return new Response(`${message}\n`, { status, headers });
}
