import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { setRating } from "@/lib/ratings/mutations";
import { ratingSchema } from "@/lib/ratings/schema";
import { knownTalk, UNKNOWN_TALK } from "../../known-talk";

const MAX_BYTES = 1_024;

/** Makes `stars`, 1 to 5 or null, the visitor's rating of a talk that they marked watched. */
export async function PUT(request: Request, { params }: RouteContext<"/api/ratings/[talkId]">): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const body = await readBody(request, ratingSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const { stars } = body.data;
	if (!visitor || !(await setRating(db, { userId: visitor.id, talkId, stars }))) {
		return refuse(409, "Mark the talk watched to rate it.");
	}
	return reply({ stars });
}
