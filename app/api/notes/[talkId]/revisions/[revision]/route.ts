import { z } from "zod";
import { errorResponse, jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { getRevision } from "@/lib/notes/revisions/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

const paramsSchema = z.object({ talkId: talkIdSchema, revision: z.uuid() });

type Context = RouteContext<"/api/notes/[talkId]/revisions/[revision]">;

/** One thing that the visitor's note was: `{ revision: { id, savedAt, text, takeaways } }`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const parsed = paramsSchema.safeParse(await params);
	const visitor = parsed.success ? await currentVisitor(request.headers) : null;
	const revision =
		parsed.success && visitor
			? await getRevision(db, { userId: visitor.id, talkId: parsed.data.talkId, id: parsed.data.revision })
			: null;
	return revision ? jsonResponse({ revision }) : errorResponse(404, "There is no such revision of your note.");
}
