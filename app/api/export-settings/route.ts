import { currentVisitor } from "@/lib/accounts/session";
import { readBody, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { rememberSettings } from "@/lib/writeups/export/settings";
import { exportSettingsSchema } from "@/lib/writeups/options";

const MAX_BYTES = 4 * 1024;

/** How the visitor has their exports written, for the next time. Who is nobody yet has nowhere to keep it. */
export async function PUT(request: Request): Promise<Response> {
	const body = await readBody(request, exportSettingsSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	if (visitor) await rememberSettings(db, visitor.id, body.data);
	return reply({ isRemembered: visitor !== null });
}
