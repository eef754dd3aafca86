import { jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { setNewsSeen } from "@/lib/watchlist/mutations";
import { newsSeenSchema } from "@/lib/watchlist/schema";

const MAX_BYTES = 256;

/** Remembers when the watchlist that the visitor looks at was made. Nobody is made a guest for that. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, newsSeenSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	// A moment to come would hide what comes until then.
	const at = new Date(Math.min(body.data.at.getTime(), Date.now()));
	if (visitor) await setNewsSeen(db, { userId: visitor.id, at });
	return jsonResponse({});
}
