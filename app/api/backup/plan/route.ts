import { currentVisitor } from "@/lib/accounts/session";
import { reply } from "@/lib/accounts/writing";
import { planRestore } from "@/lib/backup/restore";
import { db } from "@/lib/db/db";
import { givenBackup } from "../given";

/** What bringing a backup in would do. Nothing is changed yet. */
export async function POST(request: Request): Promise<Response> {
	const given = await givenBackup(request);
	if ("refusal" in given) return given.refusal;
	const visitor = await currentVisitor(request.headers);
	return reply(await planRestore(db, visitor?.id ?? "", given.backup));
}
