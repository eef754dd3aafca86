import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import type { Visitor } from "@/lib/accounts/types";
import { db } from "@/lib/db/db";
import { isEmpty } from "@/lib/notes/content";
import { MAX_NOTE_BYTES } from "@/lib/notes/limits";
import { patchNote } from "@/lib/notes/mutations";
import { getNote } from "@/lib/notes/queries";
import { patchNoteSchema } from "@/lib/notes/schema";
import { NO_NOTE } from "@/lib/notes/types";
import { validatePatch } from "@/lib/notes/validate-patch";

type Context = RouteContext<"/api/notes/[talkId]">;

/** Whose note it is, so that an editor knows whether what it keeps is theirs. */
function toOwner(visitor: Visitor | null) {
	return visitor && { id: visitor.id, isGuest: visitor.isGuest };
}

/** The visitor's note on a talk, and who that is; an empty one of revision 0 where nothing was written yet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const note = visitor && (await getNote(db, { userId: visitor.id, talkId }));
	return jsonResponse({ note: note ?? NO_NOTE, owner: toOwner(visitor) });
}

/**
 * Changes the visitor's note on a talk. Where it was changed meanwhile, answers 409 with what it is now; where the session
 * of whoever wrote this has ended, 401.
 */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const body = await parseBody(request, patchNoteSchema, MAX_NOTE_BYTES);
	if ("refusal" in body) return body.refusal;
	const { baseRevision, owner, ...patch } = body.data;
	const existingVisitor = await currentVisitor(request.headers);
	if (owner !== undefined && owner !== existingVisitor?.id)
		return errorResponse(401, "The session of who wrote this has ended.");
	if (!existingVisitor) {
		if (baseRevision > 0) return jsonResponse({ note: NO_NOTE, owner: null }, { status: 409 });
		const changed = validatePatch(NO_NOTE, patch);
		if (changed.kind === "refused") return errorResponse(400, changed.message);
		// Nobody has nothing to empty.
		if (isEmpty(changed.content)) return jsonResponse({ revision: 0, savedAt: null, owner: null });
	}
	const by = existingVisitor ? { visitor: existingVisitor } : await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const result = await patchNote(db, { userId: visitor.id, talkId, patch, baseRevision });
	switch (result.kind) {
		case "saved": {
			const { revision, savedAt } = result;
			return jsonResponse({ revision, savedAt, owner: toOwner(visitor) }, { headers: responseHeaders });
		}
		case "conflict":
			return jsonResponse({ note: result.note, owner: toOwner(visitor) }, { status: 409, headers: responseHeaders });
		case "refused":
			return errorResponse(400, result.message);
		case "unknown-talk":
			return errorResponse(404, UNKNOWN_TALK);
	}
}
