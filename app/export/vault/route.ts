import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { exportVault, prepareExport } from "@/lib/writeups/export/prepare";
import { PRIVATE_CACHE, textResponse, withFormParams } from "../responses";

/** What `/export/markdown` writes in one file as a vault of Obsidian: a zip of a note a talk, sent as it is made. */
export function GET(request: Request): Promise<Response> {
	return sendVault(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export function POST(request: Request): Promise<Response> {
	return withFormParams(request, (params) => sendVault(request.headers, params));
}

async function sendVault(headers: Headers, params: URLSearchParams): Promise<Response> {
	const userId = (await currentVisitor(headers))?.id ?? null;
	const prepared = await prepareExport(db, userId, params);
	if ("problem" in prepared) return textResponse(404, prepared.problem);
	return new Response(exportVault(db, prepared), {
		headers: {
			"Content-Type": "application/zip",
			"Content-Disposition": `attachment; filename="${prepared.vaultName}"`,
			"Cache-Control": PRIVATE_CACHE,
		},
	});
}
