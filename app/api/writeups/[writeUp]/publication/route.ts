import { z } from "zod";
import { writeUpNotFoundResponse } from "@/app/api/writeups/responses";
import { jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { publish, unpublish } from "@/lib/writeups/publish/mutations";
import { findFeedToken } from "@/lib/writeups/publish/queries";
import { publicationSchema } from "@/lib/writeups/publish/schema";

type Context = RouteContext<"/api/writeups/[writeUp]/publication">;

const MAX_BYTES = 16 * 1024;

async function parseWriteUpKey(
	request: Request,
	params: Context["params"],
): Promise<{ userId: string; id: string } | null> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, id: id.data } : null;
}

/** Publishes a write-up, or changes what is said of it. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, publicationSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const key = await parseWriteUpKey(request, params);
	const publication = key && (await publish(db, key, body.data));
	if (!publication) return writeUpNotFoundResponse();
	return jsonResponse({ publication, feedToken: await findFeedToken(db, key.userId) });
}

/** Takes a write-up down; one that is not published stays so. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, z.unknown(), MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const key = await parseWriteUpKey(request, params);
	if (!key || !(await unpublish(db, key))) return writeUpNotFoundResponse();
	return jsonResponse({ publication: null });
}
