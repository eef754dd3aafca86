import { currentVisitor } from "@/lib/accounts/session";
import { readBody, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { planPost } from "@/lib/writeups/import/plan";
import { lookAtPostSchema, MOST_POST_BYTES } from "@/lib/writeups/import/schema";

/** What bringing a post in would make. Nothing is made yet. */
export async function POST(request: Request): Promise<Response> {
	const body = await readBody(request, lookAtPostSchema, MOST_POST_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	return reply(await planPost(db, { userId: visitor?.id ?? "", ...body.data }));
}
