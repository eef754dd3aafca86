import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { isSameOrigin } from "@/lib/http/origin";
import { removePlayback, savePlayback } from "@/lib/recordings/playback/mutations";
import { findPlayback } from "@/lib/recordings/playback/queries";
import { playbackSchema, toPlayback } from "@/lib/recordings/playback/schema";

const MAX_BYTES = 1_024;

type Context = RouteContext<"/api/playback/[talkId]">;

/**
 * Where the visitor stopped in a talk's recording, null where they did not play it, and the server's moment `now`, both in
 * milliseconds since 1970: together they say how long ago that was.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const playback = visitor && (await findPlayback(db, { userId: visitor.id, talkId }));
	return jsonResponse({ playback: playback && { ...playback, at: playback.at.getTime() }, now: Date.now() });
}

/** Keeps where the visitor was in a talk's recording; what another device told of a later moment stays. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const body = await parseBody(request, playbackSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const playback = toPlayback(body.data, new Date());
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	await savePlayback(db, { userId: visitor.id, talkId, ...playback });
	return jsonResponse({ ok: true }, { headers: responseHeaders });
}

/** Forgets where the visitor was in a talk's recording. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	if (!isSameOrigin(request.headers)) return errorResponse(403, "Another site's page sent this.");
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	if (visitor) await removePlayback(db, { userId: visitor.id, talkId });
	return jsonResponse({ ok: true });
}
