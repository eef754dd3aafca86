import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { db } from "@/lib/db/db";
import { importPost } from "@/lib/writeups/import/mutations";
import { importPostSchema, MAX_POST_BYTES } from "@/lib/writeups/import/schema";

/** Makes a write-up of a post, and notes of what it says of talks; tells the write-up's id. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, importPostSchema, MAX_POST_BYTES);
	if ("refusal" in body) return body.refusal;
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const result = await importPost(db, { userId: visitor.id, ...body.data, now: new Date() });
	if (result.kind === "refused") return errorResponse(422, result.message);
	return jsonResponse({ id: result.id }, { headers: responseHeaders });
}
