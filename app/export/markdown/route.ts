import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { exportMarkdown, prepareExport } from "@/lib/writeups/export/prepare";
import { PRIVATE_CACHE, textResponse, withFormParams } from "../responses";

/**
 * The visitor's notes as a Markdown file, of one conference (`conference`, a slug) or of all, or of the talks named
 * (`talk`, ids), or of what the watchlist shows (`watchlist`, and its filter), or a write-up of theirs (`writeup`, its id);
 * written as the address says, else as it was the last time.
 */
export function GET(request: Request): Promise<Response> {
	return exportNotes(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export function POST(request: Request): Promise<Response> {
	return withFormParams(request, (params) => exportNotes(request.headers, params));
}

async function exportNotes(headers: Headers, params: URLSearchParams): Promise<Response> {
	const userId = (await currentVisitor(headers))?.id ?? null;
	const prepared = await prepareExport(db, userId, params);
	if ("problem" in prepared) return textResponse(404, prepared.problem);
	return new Response(await exportMarkdown(db, prepared), {
		headers: {
			"Content-Type": "text/markdown; charset=utf-8",
			"Content-Disposition": `attachment; filename="${prepared.fileName}"`,
			"Cache-Control": PRIVATE_CACHE,
			"Talk-Count": String(prepared.talkCount),
		},
	});
}
