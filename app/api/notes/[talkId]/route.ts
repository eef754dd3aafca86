import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply, visitorOrGuest } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { isEmpty } from "@/lib/notes/content";
import { saveNote } from "@/lib/notes/mutations";
import { getNote } from "@/lib/notes/queries";
import { saveNoteSchema } from "@/lib/notes/schema";
import { NO_NOTE } from "@/lib/notes/types";
import { talkExists } from "@/lib/talks/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

// A note of the longest text and the most takeaways, every character written as an escape, is less.
const MAX_BYTES = 8 * 1024 * 1024;

const UNKNOWN_TALK = "There is no such talk.";

type Context = RouteContext<"/api/notes/[talkId]">;

async function knownTalk(params: Context["params"]): Promise<number | null> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	return talkId.success && (await talkExists(db, talkId.data)) ? talkId.data : null;
}

/** The visitor's note on a talk; an empty one of revision 0 where nothing was written yet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const note = visitor && (await getNote(db, { userId: visitor.id, talkId }));
	return reply({ note: note ?? NO_NOTE });
}

/** Keeps the visitor's note on a talk, or answers 409 with the note that was kept meanwhile. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const body = await readBody(request, saveNoteSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	// Nobody has nothing to empty.
	if (isEmpty(body.data) && !(await currentVisitor(request.headers))) return reply({ revision: 0 });
	const { visitor, responseHeaders } = await visitorOrGuest(request.headers);
	const result = await saveNote(db, { userId: visitor.id, talkId, ...body.data });
	switch (result.kind) {
		case "saved":
			return reply({ revision: result.revision }, { headers: responseHeaders });
		case "conflict":
			return reply({ note: result.note }, { status: 409, headers: responseHeaders });
		case "unknown-talk":
			return refuse(404, UNKNOWN_TALK);
	}
}
