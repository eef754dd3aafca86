import { jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { planRestore } from "@/lib/backup/restore";
import { db } from "@/lib/db/db";
import { parseBackupUpload } from "../parse-upload";

/** What bringing a backup in would do. Nothing is changed yet. */
export async function POST(request: Request): Promise<Response> {
	const upload = await parseBackupUpload(request);
	if ("refusal" in upload) return upload.refusal;
	const visitor = await currentVisitor(request.headers);
	return jsonResponse(await planRestore(db, visitor?.id ?? "", upload.backup));
}
