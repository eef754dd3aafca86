import { randomUUID } from "node:crypto";
import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply, visitorOrGuest } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { createWriteUp } from "@/lib/writeups/mutations";
import { talksInScope } from "@/lib/writeups/queries";
import { startWriteUpSchema } from "@/lib/writeups/schema";
import { titleOfScope } from "@/lib/writeups/scope-title";
import { firstDraft } from "@/lib/writeups/start";

const MOST_BYTES = 64 * 1024;

/** Starts a write-up from what the visitor marked and noted in a scope, and tells its id. */
export async function POST(request: Request): Promise<Response> {
	const body = await readBody(request, startWriteUpSchema, MOST_BYTES);
	if ("refusal" in body) return body.refusal;
	const { scope, group, date } = body.data;
	const known = await currentVisitor(request.headers);
	const title = await titleOfScope(db, known?.id ?? "", scope);
	if (title === null) return refuse(404, `There is no such ${scope.kind} here.`);
	const by = known ? { visitor: known } : await visitorOrGuest(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const talks = (await talksInScope(db, visitor.id, scope)) ?? { conference: null, talks: [] };
	const today = date ?? new Date().toISOString().slice(0, 10);
	const content = firstDraft(talks, { group, title, date: today, newId: randomUUID });
	const id = await createWriteUp(db, { userId: visitor.id, content, options: null, scope });
	if (id === null) return refuse(409, "The schedule is being changed. Try again in a moment.");
	return reply({ id, talkCount: talks.talks.length }, { headers: responseHeaders });
}
