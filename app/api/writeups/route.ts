import { randomUUID } from "node:crypto";
import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { createWriteUp } from "@/lib/writeups/mutations";
import { collectTalksInScope, findScopeTitle } from "@/lib/writeups/queries";
import { startWriteUpSchema } from "@/lib/writeups/schema";
import { createFirstDraft } from "@/lib/writeups/start";

const MAX_BYTES = 64 * 1024;

/** Starts a write-up from what the visitor marked and noted in a scope, and tells its id. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, startWriteUpSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const { scope, group, date } = body.data;
	const existingVisitor = await currentVisitor(request.headers);
	const title = await findScopeTitle(db, existingVisitor?.id ?? "", scope);
	if (title === null) return errorResponse(404, `There is no such ${scope.kind} here.`);
	const by = existingVisitor ? { visitor: existingVisitor } : await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const talks = (await collectTalksInScope(db, visitor.id, scope)) ?? { conference: null, talks: [] };
	const today = date ?? new Date().toISOString().slice(0, 10);
	const content = createFirstDraft(talks, { group, title, date: today, newId: randomUUID });
	const id = await createWriteUp(db, { userId: visitor.id, content, options: null, scope });
	if (id === null) return errorResponse(409, "The schedule is being changed. Try again in a moment.");
	return jsonResponse({ id, talkCount: talks.talks.length }, { headers: responseHeaders });
}
