import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { requireEditor } from "@/lib/accounts/editing";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { importFile } from "@/lib/schedule/import-file";
import { dropStaged } from "@/lib/schedule/staging/mutations";
import { findStaged } from "@/lib/schedule/staging/queries";
import { sendReading, streamLines } from "../lines";

type Context = RouteContext<"/api/imports/[id]">;

/** Imports a file that was found before, and answers how far that is, and what it did. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const asked = await requireEditor(request.headers);
	if (asked.refusal) return asked.refusal;
	const now = new Date();
	const key = { id: (await params).id.replaceAll("\0", ""), userId: asked.visitor.id };
	const staged = await findStaged(db, { ...key, now });
	if (!staged) return refuse(404, "This file does not wait any more: choose it again.");
	const { bytes, ...file } = staged;
	const { response, isDone } = streamLines(async (send) => {
		await sendReading(send);
		const report = await importFile(db, bytes, { ...file, now, onProgress: (progress) => send({ progress }) });
		await dropStaged(db, key);
		send({ report });
	});
	// Not where the import ends: what is said of kept pages while an answer is being sent is heard by nobody.
	after(async () => {
		await isDone;
		revalidatePath("/conferences/[conference]", "layout");
	});
	return response;
}

/** Discards it. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const asked = await requireEditor(request.headers);
	if (asked.refusal) return asked.refusal;
	await dropStaged(db, { id: (await params).id.replaceAll("\0", ""), userId: asked.visitor.id });
	return reply({});
}
