import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { setRating } from "@/lib/ratings/mutations";
import { ratingSchema } from "@/lib/ratings/schema";

const MAX_BYTES = 1_024;

/** Makes `stars`, 1 to 5 or null, the visitor's rating of a talk that they marked watched. */
export async function PUT(request: Request, { params }: RouteContext<"/api/ratings/[talkId]">): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const body = await parseBody(request, ratingSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const { stars } = body.data;
	if (!visitor || !(await setRating(db, { userId: visitor.id, talkId, stars }))) {
		return errorResponse(409, "Mark the talk watched to rate it.");
	}
	return jsonResponse({ stars });
}
