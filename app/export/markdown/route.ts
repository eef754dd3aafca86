import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { gatherNotes } from "@/lib/notes/export/gather";
import { notesToMarkdown } from "@/lib/notes/export/markdown";
import { exportFileName, readExportRequest } from "@/lib/notes/export/request";

const PRIVATE = "private, no-store";

/** The visitor's notes as a Markdown file, of one conference (`conference`, a slug) or of all. */
export async function GET(request: Request): Promise<Response> {
	const asked = readExportRequest(new URL(request.url).searchParams);
	const visitor = await currentVisitor(request.headers);
	const notes = await gatherNotes(db, visitor?.id ?? null, asked);
	if (!notes) {
		const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE };
		return new Response("There is no such conference here.\n", { status: 404, headers });
	}
	return new Response(notesToMarkdown(notes), {
		headers: {
			"Content-Type": "text/markdown; charset=utf-8",
			"Content-Disposition": `attachment; filename="${exportFileName(notes)}"`,
			"Cache-Control": PRIVATE,
		},
	});
}
