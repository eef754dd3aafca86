import { jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { planPost } from "@/lib/writeups/import/plan";
import { MAX_POST_BYTES, previewPostSchema } from "@/lib/writeups/import/schema";

/** What bringing a post in would make. Nothing is made yet. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, previewPostSchema, MAX_POST_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	return jsonResponse(await planPost(db, { userId: visitor?.id ?? "", ...body.data }));
}
