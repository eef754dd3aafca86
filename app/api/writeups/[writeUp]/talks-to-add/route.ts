import { z } from "zod";
import { writeUpNotFoundResponse } from "@/app/api/writeups/responses";
import { jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { loadCompiledTalks } from "@/lib/writeups/export/compiled-talks";
import { getWriteUp, listTalksToAdd } from "@/lib/writeups/queries";
import { groupLikeWriteUp } from "@/lib/writeups/start";

/** The talks in a write-up's scope that it does not have yet, grouped as its sections are, and what is written on them. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/api/writeups/[writeUp]/talks-to-add">,
): Promise<Response> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	const key = visitor && { userId: visitor.id, id: id.data };
	const writeUp = key && (await getWriteUp(db, key));
	const found = key && (await listTalksToAdd(db, key));
	if (!writeUp || !found || !key) return writeUpNotFoundResponse();
	const talks = await loadCompiledTalks(db, key.userId, found.talks);
	return jsonResponse({ groups: groupLikeWriteUp(writeUp.content, found.talks), talks: [...talks.values()] });
}
