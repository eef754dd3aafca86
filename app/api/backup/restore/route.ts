import { reply, visitorOrGuest } from "@/lib/accounts/writing";
import { restoreBackup } from "@/lib/backup/restore";
import { db } from "@/lib/db/db";
import { givenBackup } from "../given";

/** Brings a backup into what the visitor has, or makes a guest who has it. */
export async function POST(request: Request): Promise<Response> {
	const given = await givenBackup(request);
	if ("refusal" in given) return given.refusal;
	const by = await visitorOrGuest(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	return reply(await restoreBackup(db, visitor.id, given.backup), { headers: responseHeaders });
}
