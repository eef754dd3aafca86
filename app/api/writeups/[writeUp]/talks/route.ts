import { z } from "zod";
import { writeUpNotFoundResponse } from "@/app/api/writeups/responses";
import { jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { getWriteUp, listTalkIds, loadWriteUpTalks } from "@/lib/writeups/queries";

/** The talks of a write-up, with what the visitor's notes on them say now. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/api/writeups/[writeUp]/talks">,
): Promise<Response> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	const writeUp = visitor && (await getWriteUp(db, { userId: visitor.id, id: id.data }));
	if (!visitor || !writeUp) return writeUpNotFoundResponse();
	const talks = await loadWriteUpTalks(db, { userId: visitor.id, talkIds: listTalkIds(writeUp.content) });
	return jsonResponse({ talks: [...talks.values()] });
}
