import { jsonResponse } from "@/lib/accounts/http";
import { db } from "@/lib/db/db";
import { findForPalette } from "@/lib/palette/queries";

/** Longer than anybody types. */
const MAX_QUERY_LENGTH = 200;

/** What the words of `q` may mean; what is of the conference `in` comes first. */
export async function GET(request: Request): Promise<Response> {
	const params = new URL(request.url).searchParams;
	const query = (params.get("q") ?? "").replaceAll("\0", "").slice(0, MAX_QUERY_LENGTH);
	return jsonResponse({ items: await findForPalette(db, { query, conference: params.get("in") }) });
}
