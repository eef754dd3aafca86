import type { z } from "zod";
import { isSameOrigin } from "@/lib/http/origin";
import { TOO_MANY_GUESTS } from "./auth-options";
import { createGuest, currentVisitor } from "./session";
import type { Visitor } from "./types";

const PRIVATE_HEADERS = { "Cache-Control": "private, no-store" };

/** An answer that says in one sentence why nothing was done. */
export function errorResponse(status: number, message: string): Response {
	return Response.json({ message }, { status, headers: PRIVATE_HEADERS });
}

/** An answer to the visitor alone. */
export function jsonResponse(body: unknown, init: { status?: number; headers?: Headers } = {}): Response {
	const headers = new Headers(PRIVATE_HEADERS);
	for (const cookie of init.headers?.getSetCookie() ?? []) headers.append("Set-Cookie", cookie);
	return Response.json(body, { status: init.status ?? 200, headers });
}

/** A request's body; null where it has more than `maxBytes`, however it was announced. */
export async function readBodyBytes(request: Request, maxBytes: number): Promise<Uint8Array | null> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > maxBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** The same, as text. */
export async function readBodyText(request: Request, maxBytes: number): Promise<string | null> {
	const bytes = await readBodyBytes(request, maxBytes);
	return bytes && new TextDecoder().decode(bytes);
}

/**
 * The body of a request of one of our own pages, at most `maxBytes` of JSON, as `schema` has it, or the answer that
 * refuses it.
 */
export async function parseBody<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	maxBytes: number,
): Promise<{ data: z.output<Schema> } | { refusal: Response }> {
	if (!isSameOrigin(request.headers)) return { refusal: errorResponse(403, "Another site's page sent this.") };
	const text = await readBodyText(request, maxBytes).catch(() => "");
	if (text === null) return { refusal: errorResponse(413, "That is more than can be kept.") };
	const body = parseJson(text);
	if (body === undefined) return { refusal: errorResponse(400, "That is not JSON.") };
	const parsed = schema.safeParse(body);
	if (parsed.success) return { data: parsed.data };
	return { refusal: errorResponse(400, parsed.error.issues[0]?.message ?? "That cannot be kept.") };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Who writes: somebody known, or a new guest; or the answer that refuses one guest more. `responseHeaders` carry a new guest's
 * cookies and go into the answer. Call it once nothing else can be wrong with the request, so that a refused one makes no guest.
 */
export async function ensureVisitor(
	headers: Headers,
): Promise<{ visitor: Visitor; responseHeaders?: Headers } | { refusal: Response }> {
	const visitor = await currentVisitor(headers);
	if (visitor) return { visitor };
	return (await createGuest(headers)) ?? { refusal: errorResponse(429, TOO_MANY_GUESTS) };
}
