import { z } from "zod";
import { currentVisitor } from "@/lib/accounts/session";
import { reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { getWriteUp, talkIdsOf, talksOfWriteUp } from "@/lib/writeups/queries";
import { noSuchWriteUp } from "../../answers";

/** The talks of a write-up, with what the visitor's notes on them say now. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/api/writeups/[writeUp]/talks">,
): Promise<Response> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	const writeUp = visitor && (await getWriteUp(db, { userId: visitor.id, id: id.data }));
	if (!visitor || !writeUp) return noSuchWriteUp();
	const talks = await talksOfWriteUp(db, { userId: visitor.id, talkIds: talkIdsOf(writeUp.content) });
	return reply({ talks: [...talks.values()] });
}
