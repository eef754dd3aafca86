import { errorResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { collectBackup, serializeBackup } from "@/lib/backup/collect";
import { db } from "@/lib/db/db";

/** Everything of the visitor's, as a file. */
export async function GET(request: Request): Promise<Response> {
	const visitor = await currentVisitor(request.headers);
	if (!visitor) return errorResponse(404, "Nothing of yours is here yet.");
	const day = new Date().toISOString().slice(0, 10);
	return new Response(serializeBackup(await collectBackup(db, visitor.id)), {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="talkshelf-backup-${day}.json"`,
			"Cache-Control": "private, no-store",
		},
	});
}
