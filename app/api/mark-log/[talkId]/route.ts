import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { errorResponse, jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listMarkLog } from "@/lib/marks/queries";

/** What the visitor made of a talk and when, the earliest first. */
export async function GET(request: Request, { params }: RouteContext<"/api/mark-log/[talkId]">): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const log = visitor ? await listMarkLog(db, { userId: visitor.id, talkId }) : [];
	return jsonResponse({ log: log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at, correctedDay })) });
}
