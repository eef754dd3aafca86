import { jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { saveExportSettings } from "@/lib/writeups/export/settings";
import { exportSettingsSchema } from "@/lib/writeups/options";

const MAX_BYTES = 4 * 1024;

/** How the visitor has their exports written, for the next time. Who is nobody yet has nowhere to keep it. */
export async function PUT(request: Request): Promise<Response> {
	const body = await parseBody(request, exportSettingsSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	if (visitor) await saveExportSettings(db, visitor.id, body.data);
	return jsonResponse({ isRemembered: visitor !== null });
}
