import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { gatherNotes } from "@/lib/notes/export/gather";
import { notesToMarkdown } from "@/lib/notes/export/markdown";
import { exportFileName } from "@/lib/notes/export/request";
import { readRequest } from "@/lib/notes/export/shown";
import { ofForm, PRIVATE, say } from "../answers";

/**
 * The visitor's notes as a Markdown file, of one conference (`conference`, a slug) or of all, or of the talks named
 * (`talk`, ids), or of what the watchlist shows (`watchlist`, and its filter).
 */
export function GET(request: Request): Promise<Response> {
	return exportNotes(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export function POST(request: Request): Promise<Response> {
	return ofForm(request, (params) => exportNotes(request.headers, params));
}

async function exportNotes(headers: Headers, params: URLSearchParams): Promise<Response> {
	const userId = (await currentVisitor(headers))?.id ?? null;
	const notes = await gatherNotes(db, userId, await readRequest(db, userId, params));
	if (!notes) return say(404, "There is no such conference here.");
	return new Response(notesToMarkdown(notes), {
		headers: {
			"Content-Type": "text/markdown; charset=utf-8",
			"Content-Disposition": `attachment; filename="${exportFileName(notes)}"`,
			"Cache-Control": PRIVATE,
		},
	});
}
