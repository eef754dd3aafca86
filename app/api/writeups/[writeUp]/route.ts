import { z } from "zod";
import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { MOST_WRITE_UP_BYTES } from "@/lib/writeups/limits";
import { deleteWriteUp, saveWriteUp } from "@/lib/writeups/mutations";
import { getWriteUp } from "@/lib/writeups/queries";
import { saveWriteUpSchema } from "@/lib/writeups/schema";
import { noSuchWriteUp } from "../answers";

type Context = RouteContext<"/api/writeups/[writeUp]">;

async function writeUpOf(request: Request, params: Context["params"]): Promise<{ userId: string; id: string } | null> {
	const id = z.uuid().safeParse((await params).writeUp);
	const visitor = id.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, id: id.data } : null;
}

/** A write-up as it is now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const of = await writeUpOf(request, params);
	const writeUp = of && (await getWriteUp(db, of));
	return writeUp ? reply({ writeUp }) : noSuchWriteUp();
}

/**
 * Makes a write-up what the editor sends. Where it was changed meanwhile, answers 409 with what it is now; where the
 * session of whoever wrote this has ended, 401.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
	const body = await readBody(request, saveWriteUpSchema, MOST_WRITE_UP_BYTES);
	if ("refusal" in body) return body.refusal;
	const of = await writeUpOf(request, params);
	const { owner, ...change } = body.data;
	if (owner !== undefined && owner !== of?.userId) return refuse(401, "The session of who wrote this has ended.");
	if (!of) return noSuchWriteUp();
	const result = await saveWriteUp(db, { ...of, ...change });
	switch (result.kind) {
		case "saved":
			return reply({ revision: result.revision, savedAt: result.savedAt });
		case "conflict":
			return reply({ writeUp: result.writeUp }, { status: 409 });
		case "unknown-talk":
			return refuse(400, "A talk of it is not here.");
		case "unknown-write-up":
			return noSuchWriteUp();
	}
}

/** Deletes a write-up, and takes it down where it was published; notes and marks stay. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await readBody(request, z.unknown(), 1024);
	if ("refusal" in body) return body.refusal;
	const of = await writeUpOf(request, params);
	if (!of || !(await deleteWriteUp(db, of))) return noSuchWriteUp();
	return reply({ deleted: of.id });
}
