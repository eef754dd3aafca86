import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { MAX_NOTE_BYTES } from "@/lib/notes/limits";
import { saveReplacedContent } from "@/lib/notes/revisions/mutations";
import { listRevisions } from "@/lib/notes/revisions/queries";
import { noteContentSchema } from "@/lib/notes/schema";

type Context = RouteContext<"/api/notes/[talkId]/revisions">;

/** What the visitor's note on a talk was, newest first: `{ revisions: [{ id, savedAt, words, takeaways }] }`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	return jsonResponse({ revisions: visitor ? await listRevisions(db, { userId: visitor.id, talkId }) : [] });
}

/** Keeps what the visitor's note is in its editor, `{ text, takeaways }`, before an older revision replaces it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const body = await parseBody(request, noteContentSchema, MAX_NOTE_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const replaced = { talkId, content: body.data, now: new Date() };
	const isSaved = visitor && (await saveReplacedContent(db, { userId: visitor.id, ...replaced }));
	return isSaved ? jsonResponse({}) : errorResponse(404, "There is no note of yours on this talk.");
}
