import { ensureVisitor, jsonResponse } from "@/lib/accounts/http";
import { restoreBackup } from "@/lib/backup/restore";
import { db } from "@/lib/db/db";
import { parseBackupUpload } from "../parse-upload";

/** Brings a backup into what the visitor has, or makes a guest who has it. */
export async function POST(request: Request): Promise<Response> {
	const upload = await parseBackupUpload(request);
	if ("refusal" in upload) return upload.refusal;
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	return jsonResponse(await restoreBackup(db, visitor.id, upload.backup), { headers: responseHeaders });
}
