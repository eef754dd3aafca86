import { z } from "zod";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { MAX_WRITE_UP_BYTES } from "@/lib/writeups/limits";
import { deleteWriteUp, saveWriteUp } from "@/lib/writeups/mutations";
import { getWriteUp } from "@/lib/writeups/queries";
import { saveWriteUpSchema } from "@/lib/writeups/schema";
import { writeUpNotFoundResponse } from "../responses";

type Context = RouteContext<"/api/writeups/[writeUp]">;

async function parseWriteUpKey(
	request: Request,
	params: Context["params"],
): Promise<{ userId: string; id: string } | null> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, id: id.data } : null;
}

/** A write-up as it is now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const key = await parseWriteUpKey(request, params);
	const writeUp = key && (await getWriteUp(db, key));
	return writeUp ? jsonResponse({ writeUp }) : writeUpNotFoundResponse();
}

/**
 * Makes a write-up what the editor sends. Where it was changed meanwhile, answers 409 with what it is now; where the
 * session of whoever wrote this has ended, 401.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, saveWriteUpSchema, MAX_WRITE_UP_BYTES);
	if ("refusal" in body) return body.refusal;
	const key = await parseWriteUpKey(request, params);
	const { owner, ...change } = body.data;
	if (owner !== undefined && owner !== key?.userId)
		return errorResponse(401, "The session of who wrote this has ended.");
	if (!key) return writeUpNotFoundResponse();
	const result = await saveWriteUp(db, { ...key, ...change });
	switch (result.kind) {
		case "saved":
			return jsonResponse({ revision: result.revision, savedAt: result.savedAt });
		case "conflict":
			return jsonResponse({ writeUp: result.writeUp }, { status: 409 });
		case "unknown-talk":
			return errorResponse(400, "A talk of it is not here.");
		case "unknown-write-up":
			return writeUpNotFoundResponse();
	}
}

/** Deletes a write-up, and takes it down where it was published; notes and marks stay. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, z.unknown(), 1024);
	if ("refusal" in body) return body.refusal;
	const key = await parseWriteUpKey(request, params);
	if (!key || !(await deleteWriteUp(db, key))) return writeUpNotFoundResponse();
	return jsonResponse({ deleted: key.id });
}
