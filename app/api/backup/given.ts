import { isSameOrigin } from "@/lib/accounts/origin";
import { readBytes, refuse } from "@/lib/accounts/writing";
import { MOST_BACKUP_BYTES, readBackup } from "@/lib/backup/parse";
import type { Backup } from "@/lib/backup/types";

/** The backup that a page of ours sent, or the answer that refuses it. */
export async function givenBackup(request: Request): Promise<{ backup: Backup } | { refusal: Response }> {
	if (!isSameOrigin(request.headers)) return { refusal: refuse(403, "Another site's page sent this.") };
	const bytes = await readBytes(request, MOST_BACKUP_BYTES).catch(() => undefined);
	if (bytes === undefined) return { refusal: refuse(400, "The file did not arrive whole. Try again.") };
	if (bytes === null) return { refusal: refuse(413, "A backup's file has up to 100 MB.") };
	const read = readBackup(bytes);
	return read.kind === "backup" ? { backup: read.backup } : { refusal: refuse(422, read.problem) };
}
