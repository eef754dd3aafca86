import { currentVisitor } from "@/lib/accounts/session";
import { readText } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { gatherNotes } from "@/lib/notes/export/gather";
import { notesToMarkdown } from "@/lib/notes/export/markdown";
import { exportFileName } from "@/lib/notes/export/request";
import { readRequest } from "@/lib/notes/export/shown";

const PRIVATE = "private, no-store";

/** More ids of talks than can be selected. */
const MAX_BYTES = 64 * 1024;

/**
 * The visitor's notes as a Markdown file, of one conference (`conference`, a slug) or of all, or of the talks named
 * (`talk`, ids), or of what the watchlist shows (`watchlist`, and its filter).
 */
export function GET(request: Request): Promise<Response> {
	return exportNotes(request.headers, new URL(request.url).searchParams);
}

/** The same, for more talks than an address can name; it changes nothing. */
export async function POST(request: Request): Promise<Response> {
	const form = await readText(request, MAX_BYTES).catch(() => "");
	if (form === null) return say(413, "Those are more talks than can be exported at once.");
	return exportNotes(request.headers, new URLSearchParams(form));
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

function say(status: number, sentence: string): Response {
	const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE };
	return new Response(`${sentence}\n`, { status, headers });
}
