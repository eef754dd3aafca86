import { z } from "zod";
import { currentVisitor } from "@/lib/accounts/session";
import { readBody, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { publish, takeDown } from "@/lib/writeups/publish/mutations";
import { feedTokenOf } from "@/lib/writeups/publish/queries";
import { publicationSchema } from "@/lib/writeups/publish/schema";
import { noSuchWriteUp } from "../../answers";

type Context = RouteContext<"/api/writeups/[writeUp]/publication">;

const MOST_BYTES = 16 * 1024;

async function writeUpOf(request: Request, params: Context["params"]): Promise<{ userId: string; id: string } | null> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, id: id.data } : null;
}

/** Publishes a write-up, or changes what is said of it. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const body = await readBody(request, publicationSchema, MOST_BYTES);
	if ("refusal" in body) return body.refusal;
	const of = await writeUpOf(request, params);
	const publication = of && (await publish(db, of, body.data));
	if (!publication) return noSuchWriteUp();
	return reply({ publication, feedToken: await feedTokenOf(db, of.userId) });
}

/** Takes a write-up down; one that is not published stays so. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await readBody(request, z.unknown(), MOST_BYTES);
	if ("refusal" in body) return body.refusal;
	const of = await writeUpOf(request, params);
	if (!of || !(await takeDown(db, of))) return noSuchWriteUp();
	return reply({ publication: null });
}
