import { z } from "zod";
import { currentVisitor } from "@/lib/accounts/session";
import { reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { writtenTalks } from "@/lib/writeups/export/written";
import { getWriteUp, talksToAdd } from "@/lib/writeups/queries";
import { groupedLike } from "@/lib/writeups/start";
import { noSuchWriteUp } from "../../answers";

/** The talks in a write-up's scope that it does not have yet, grouped as its sections are, and what is written on them. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/api/writeups/[writeUp]/talks-to-add">,
): Promise<Response> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	const of = visitor && { userId: visitor.id, id: id.data };
	const writeUp = of && (await getWriteUp(db, of));
	const found = of && (await talksToAdd(db, of));
	if (!writeUp || !found || !of) return noSuchWriteUp();
	const talks = await writtenTalks(db, of.userId, found.talks);
	return reply({ groups: groupedLike(writeUp.content, found.talks), talks: [...talks.values()] });
}
