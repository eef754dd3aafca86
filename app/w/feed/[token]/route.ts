import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { writeAtomFeed } from "@/lib/writeups/publish/atom";
import { findPublishedFeed } from "@/lib/writeups/publish/queries";

/** What somebody published, as an Atom feed. */
export async function GET(_: Request, { params }: RouteContext<"/w/feed/[token]">): Promise<Response> {
	const { token } = await params;
	const entries = await findPublishedFeed(db, token);
	if (!entries) return new Response("There is nothing at this address.\n", { status: 404 });
	return new Response(writeAtomFeed(token, entries, baseUrl), {
		headers: {
			"Content-Type": "application/atom+xml; charset=utf-8",
			"Cache-Control": "no-cache",
			"X-Robots-Tag": "noindex",
		},
	});
}
