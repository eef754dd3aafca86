import { UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { allTalksExist } from "@/lib/talks/queries";
import { setSkipped } from "@/lib/watchlist/triage/mutations";
import { triageSkipsSchema } from "@/lib/watchlist/triage/schema";

const MAX_BYTES = 64 * 1024;

/** Puts talks off in triage, or brings them back: `{ talkIds, skipped }`, the end result. The first one makes a guest. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, triageSkipsSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const { talkIds, skipped } = body.data;
	const existingVisitor = await currentVisitor(request.headers);
	// Nobody has put nothing off.
	if (!existingVisitor && !skipped) return jsonResponse({ skipped });
	if (!existingVisitor && !(await allTalksExist(db, talkIds))) return errorResponse(404, UNKNOWN_TALK);
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const result = await setSkipped(db, { userId: visitor.id, talkIds, skipped });
	if (result.kind === "unknown-talk") return errorResponse(404, UNKNOWN_TALK);
	return jsonResponse({ skipped }, { headers: responseHeaders });
}
