import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { MOST_NOTE_BYTES } from "@/lib/notes/limits";
import { keepReplaced } from "@/lib/notes/revisions/mutations";
import { listRevisions } from "@/lib/notes/revisions/queries";
import { noteContentSchema } from "@/lib/notes/schema";
import { knownTalk, UNKNOWN_TALK } from "../../../known-talk";

type Context = RouteContext<"/api/notes/[talkId]/revisions">;

/** What the visitor's note on a talk was, newest first: `{ revisions: [{ id, savedAt, words, takeaways }] }`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	return reply({ revisions: visitor ? await listRevisions(db, { userId: visitor.id, talkId }) : [] });
}

/** Keeps what the visitor's note is in its editor, `{ text, takeaways }`, before an older revision replaces it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const body = await readBody(request, noteContentSchema, MOST_NOTE_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const replaced = { talkId, content: body.data, now: new Date() };
	const isKept = visitor && (await keepReplaced(db, { userId: visitor.id, ...replaced }));
	return isKept ? reply({}) : refuse(404, "There is no note of yours on this talk.");
}
