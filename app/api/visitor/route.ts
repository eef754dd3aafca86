import type { VisitorState } from "@/components/visitor/types";
import { mayEdit } from "@/lib/accounts/may-edit";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listMarks } from "@/lib/watchlist/queries";

/** What schedule pages do not hold: who is looking, and their marks of one conference, or of all. */
export async function GET(request: Request): Promise<Response> {
	const visitor = await currentVisitor(request.headers);
	const now = Date.now();
	const conference = new URL(request.url).searchParams.get("conference")?.replaceAll("\0", "") || undefined;
	const state: VisitorState = visitor
		? {
				visitor: { id: visitor.id, name: visitor.name, isGuest: visitor.isGuest, mayEdit: mayEdit(visitor) },
				now,
				marks: (await listMarks(db, { userId: visitor.id, conference })).map((mark) => [mark.talkId, mark.status]),
			}
		: { visitor: null, now, marks: [] };
	return Response.json(state, { headers: { "Cache-Control": "private, no-store" } });
}
