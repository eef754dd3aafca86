import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { z } from "zod";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { requireEditor } from "@/lib/accounts/require-editor";
import { db } from "@/lib/db/db";
import { importFile } from "@/lib/imports/import-file";
import type { ImportProgress } from "@/lib/imports/import-schedule";
import { deleteStaged } from "@/lib/imports/mutations";
import { findStaged } from "@/lib/imports/queries";
import { WithdrawalError } from "@/lib/schedule/withdrawal";
import { sendReading, streamLines } from "../stream-lines";

type Context = RouteContext<"/api/imports/[id]">;

const confirmed = z.object({ mayWithdraw: z.int().min(0).default(0) });

/**
 * Imports a file that was found before, and answers how far that is, and what it did. More than a third of a conference's
 * talks are withdrawn only where the request confirms how many.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const access = await requireEditor(request.headers);
	if (access.refusal) return access.refusal;
	const body = await parseBody(request, confirmed, 1_000);
	if ("refusal" in body) return body.refusal;
	const { mayWithdraw } = body.data;
	const now = new Date();
	const key = { id: (await params).id.replaceAll("\0", ""), userId: access.visitor.id };
	const staged = await findStaged(db, { ...key, now });
	if (!staged) return errorResponse(404, "This file does not wait any more: choose it again.");
	const { bytes, ...file } = staged;
	const { response, isDone } = streamLines(async (send) => {
		await sendReading(send);
		const onProgress = (progress: ImportProgress) => send({ progress });
		const report = await importFile(db, bytes, { ...file, now, mayWithdraw, onProgress }).catch((error: unknown) => {
			throw error instanceof WithdrawalError ? error.confirmed("Choose it again to see what it changes now.") : error;
		});
		await deleteStaged(db, key);
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
	const access = await requireEditor(request.headers);
	if (access.refusal) return access.refusal;
	await deleteStaged(db, { id: (await params).id.replaceAll("\0", ""), userId: access.visitor.id });
	return jsonResponse({});
}
