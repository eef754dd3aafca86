import { z } from "zod";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { correctDay, removeEntry } from "@/lib/marks/mutations";
import { entryIdSchema } from "@/lib/marks/schema";
import { correctionSchema } from "../../../../../lib/marks/schema";

const MAX_BYTES = 1_024;

type Context = RouteContext<"/api/mark-log/entries/[id]">;

async function parseEntryKey(
	request: Request,
	params: Context["params"],
): Promise<{ userId: string; id: string } | null> {
	const id = entryIdSchema.safeParse((await params).id);
	const visitor = id.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, id: id.data } : null;
}

/** Of somebody else's entry, too. */
function entryNotFoundResponse(): Response {
	return errorResponse(404, "Your history has no such entry.");
}

/** Says on which `day` an entry of the visitor's log really was; null takes that back. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, correctionSchema(new Date()), MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const entry = await parseEntryKey(request, params);
	if (!entry || !(await correctDay(db, { ...entry, day: body.data.day }))) return entryNotFoundResponse();
	return jsonResponse({ day: body.data.day });
}

/** Takes an entry out of the visitor's log; answers what their mark of the talk is now. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, z.unknown(), MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const entry = await parseEntryKey(request, params);
	const remaining = entry && (await removeEntry(db, entry));
	return remaining ? jsonResponse(remaining) : entryNotFoundResponse();
}
