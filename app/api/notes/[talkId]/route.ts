import { currentVisitor } from "@/lib/accounts/session";
import type { Visitor } from "@/lib/accounts/types";
import { readBody, refuse, reply, visitorOrGuest } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { changedBy } from "@/lib/notes/changed";
import { isEmpty } from "@/lib/notes/content";
import { MOST_NOTE_BYTES } from "@/lib/notes/limits";
import { patchNote } from "@/lib/notes/mutations";
import { getNote } from "@/lib/notes/queries";
import { patchNoteSchema } from "@/lib/notes/schema";
import { NO_NOTE } from "@/lib/notes/types";
import { knownTalk, UNKNOWN_TALK } from "../../known-talk";

type Context = RouteContext<"/api/notes/[talkId]">;

/** Whose note it is, so that an editor knows whether what it keeps is theirs. */
function ownerOf(visitor: Visitor | null) {
	return visitor && { id: visitor.id, isGuest: visitor.isGuest };
}

/** The visitor's note on a talk, and who that is; an empty one of revision 0 where nothing was written yet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const note = visitor && (await getNote(db, { userId: visitor.id, talkId }));
	return reply({ note: note ?? NO_NOTE, owner: ownerOf(visitor) });
}

/**
 * Changes the visitor's note on a talk. Where it was changed meanwhile, answers 409 with what it is now; where the session
 * of whoever wrote this has ended, 401.
 */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const body = await readBody(request, patchNoteSchema, MOST_NOTE_BYTES);
	if ("refusal" in body) return body.refusal;
	const { baseRevision, owner, ...patch } = body.data;
	const known = await currentVisitor(request.headers);
	if (owner !== undefined && owner !== known?.id) return refuse(401, "The session of who wrote this has ended.");
	if (!known) {
		if (baseRevision > 0) return reply({ note: NO_NOTE, owner: null }, { status: 409 });
		const changed = changedBy(NO_NOTE, patch);
		if (changed.kind === "refused") return refuse(400, changed.message);
		// Nobody has nothing to empty.
		if (isEmpty(changed.content)) return reply({ revision: 0, savedAt: null, owner: null });
	}
	const by = known ? { visitor: known } : await visitorOrGuest(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const result = await patchNote(db, { userId: visitor.id, talkId, patch, baseRevision });
	switch (result.kind) {
		case "saved": {
			const { revision, savedAt } = result;
			return reply({ revision, savedAt, owner: ownerOf(visitor) }, { headers: responseHeaders });
		}
		case "conflict":
			return reply({ note: result.note, owner: ownerOf(visitor) }, { status: 409, headers: responseHeaders });
		case "refused":
			return refuse(400, result.message);
		case "unknown-talk":
			return refuse(404, UNKNOWN_TALK);
	}
}
