import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { keepReplaced } from "@/lib/notes/revisions/mutations";
import { listRevisions } from "@/lib/notes/revisions/queries";
import { noteContentSchema } from "@/lib/notes/schema";
import { talkExists } from "@/lib/talks/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

// A note of the longest text and the most takeaways, every character written as an escape, is less.
const MAX_BYTES = 8 * 1024 * 1024;

type Context = RouteContext<"/api/notes/[talkId]/revisions">;

/** What the visitor's note on a talk was, newest first: `{ revisions: [{ id, savedAt, words, takeaways }] }`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success || !(await talkExists(db, talkId.data))) return refuse(404, "There is no such talk.");
	const visitor = await currentVisitor(request.headers);
	return reply({ revisions: visitor ? await listRevisions(db, { userId: visitor.id, talkId: talkId.data }) : [] });
}

/** Keeps what the visitor's note is in its editor, `{ text, takeaways }`, before an older revision replaces it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success) return refuse(404, "There is no such talk.");
	const body = await readBody(request, noteContentSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	const replaced = { talkId: talkId.data, content: body.data, now: new Date() };
	const isKept = visitor && (await keepReplaced(db, { userId: visitor.id, ...replaced }));
	return isKept ? reply({}) : refuse(404, "There is no note of yours on this talk.");
}
