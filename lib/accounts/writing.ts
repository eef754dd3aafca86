import type { z } from "zod";
import { isSameOrigin } from "./origin";
import { becomeGuest, currentVisitor, type Visitor } from "./session";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** An answer that says in one sentence why nothing was done. */
export function refuse(status: number, message: string): Response {
	return Response.json({ message }, { status, headers: PRIVATE });
}

/** An answer to the visitor alone. */
export function reply(body: unknown, init: { status?: number; headers?: Headers } = {}): Response {
	const headers = new Headers(PRIVATE);
	for (const cookie of init.headers?.getSetCookie() ?? []) headers.append("Set-Cookie", cookie);
	return Response.json(body, { status: init.status ?? 200, headers });
}

/** The body of a request of one of our own pages, as `schema` has it, or the answer that refuses it. */
export async function readBody<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<{ data: z.output<Schema> } | { refusal: Response }> {
	if (!isSameOrigin(request.headers)) return { refusal: refuse(403, "Another site's page sent this.") };
	const body: unknown = await request.json().catch(() => undefined);
	if (body === undefined) return { refusal: refuse(400, "That is not JSON.") };
	const parsed = schema.safeParse(body);
	if (parsed.success) return { data: parsed.data };
	return { refusal: refuse(400, parsed.error.issues[0]?.message ?? "That cannot be kept.") };
}

/**
 * Who writes: somebody known, or a new guest. `responseHeaders` carry a new guest's cookies and go into the answer.
 * Call it once nothing else can be wrong with the request, so that a refused one makes no guest.
 */
export async function visitorOrGuest(headers: Headers): Promise<{ visitor: Visitor; responseHeaders?: Headers }> {
	const visitor = await currentVisitor(headers);
	return visitor ? { visitor } : becomeGuest(headers);
}
