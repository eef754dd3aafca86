import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply, visitorOrGuest } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { talkExists } from "@/lib/talks/queries";
import { setMark } from "@/lib/watchlist/mutations";
import { markSchema, talkIdSchema } from "@/lib/watchlist/schema";

const MAX_BYTES = 4_096;

const UNKNOWN_TALK = "There is no such talk.";

/** Sets the visitor's mark of a talk; the first one makes a guest. */
export async function PUT(request: Request, { params }: RouteContext<"/api/marks/[talkId]">): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success || !(await talkExists(db, talkId.data))) return refuse(404, UNKNOWN_TALK);
	const body = await readBody(request, markSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	// Nobody has no mark to take away.
	if (body.data.status === null && !(await currentVisitor(request.headers))) return reply({ status: null });
	const { visitor, responseHeaders } = await visitorOrGuest(request.headers);
	const mark = { userId: visitor.id, talkId: talkId.data, status: body.data.status };
	const result = await setMark(db, mark);
	if (result.kind === "unknown-talk") return refuse(404, UNKNOWN_TALK);
	return reply({ status: mark.status }, { headers: responseHeaders });
}
