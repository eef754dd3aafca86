import { errorResponse, readBodyBytes } from "@/lib/accounts/http";
import { MAX_BACKUP_BYTES, parseBackup } from "@/lib/backup/parse";
import type { Backup } from "@/lib/backup/types";
import { isSameOrigin } from "@/lib/http/origin";

/** The backup that a page of ours sent, or the answer that refuses it. */
export async function parseBackupUpload(request: Request): Promise<{ backup: Backup } | { refusal: Response }> {
	if (!isSameOrigin(request.headers)) return { refusal: errorResponse(403, "Another site's page sent this.") };
	const bytes = await readBodyBytes(request, MAX_BACKUP_BYTES).catch(() => undefined);
	if (bytes === undefined) return { refusal: errorResponse(400, "The file did not arrive whole. Try again.") };
	if (bytes === null) return { refusal: errorResponse(413, "A backup's file has up to 100 MB.") };
	const parsed = parseBackup(bytes);
	return parsed.kind === "backup" ? { backup: parsed.backup } : { refusal: errorResponse(422, parsed.problem) };
}
