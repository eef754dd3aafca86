import { auth } from "@/lib/accounts/auth";
import { errorResponse, readBodyText } from "@/lib/accounts/http";

const MAX_BYTES = 64 * 1024;

export const GET = auth.handler;

/** What better-auth is asked; it would read a body of any length. */
export async function POST(request: Request): Promise<Response> {
	const body = await readBodyText(request, MAX_BYTES);
	if (body === null) return errorResponse(413, "That is too long.");
	return auth.handler(new Request(request.url, { method: "POST", headers: request.headers, body }));
}
