import type { VisitorState } from "@/components/visitor/types";
import { auth } from "@/lib/accounts/auth";
import { errorResponse, jsonResponse } from "@/lib/accounts/http";
import { canEdit } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";
import { deleteVisitor } from "@/lib/backup/delete-visitor";
import { db } from "@/lib/db/db";
import { isSameOrigin } from "@/lib/http/origin";
import { listMarks } from "@/lib/marks/queries";

/** What schedule pages do not hold: who is looking, and their marks of one conference, or of all. */
export async function GET(request: Request): Promise<Response> {
	const visitor = await currentVisitor(request.headers);
	const now = Date.now();
	const conference = new URL(request.url).searchParams.get("conference")?.replaceAll("\0", "") || undefined;
	const state: VisitorState = visitor
		? {
				visitor: { id: visitor.id, name: visitor.name, isGuest: visitor.isGuest, mayEdit: canEdit(visitor) },
				now,
				marks: (await listMarks(db, { userId: visitor.id, conference })).map((mark) => [mark.talkId, mark.status]),
			}
		: { visitor: null, now, marks: [] };
	return Response.json(state, { headers: { "Cache-Control": "private, no-store" } });
}

/** Deletes the visitor and everything of theirs, and ends their session. */
export async function DELETE(request: Request): Promise<Response> {
	if (!isSameOrigin(request.headers)) return errorResponse(403, "Another site's page sent this.");
	const visitor = await currentVisitor(request.headers);
	if (!visitor) return errorResponse(404, "Nothing of yours is here.");
	await deleteVisitor(db, visitor.id);
	// The session is gone with the visitor; this takes the cookies away.
	const signOutResult = await auth.api
		.signOut({ headers: request.headers, returnHeaders: true })
		.catch(() => undefined);
	return jsonResponse({}, { headers: signOutResult?.headers });
}
