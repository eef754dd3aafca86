import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { moveTalk } from "@/lib/watchlist/list/mutations";
import { moveTalkSchema } from "@/lib/watchlist/schema";

const MAX_BYTES = 256;

/** Puts a talk of the visitor's watchlist before another one of it, or last. Nobody is made a guest for that. */
export async function PUT(request: Request): Promise<Response> {
	const body = await parseBody(request, moveTalkSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const isPlaced = visitor !== null && (await moveTalk(db, { userId: visitor.id, ...body.data }));
	return isPlaced ? jsonResponse({}) : errorResponse(404, "That talk is not on your watchlist.");
}
