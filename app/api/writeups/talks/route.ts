import { jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { findTalksToAdd } from "@/lib/writeups/queries";

/** Longer than anybody types. */
const MAX_QUERY_LENGTH = 200;

/** The talks that can be put into a write-up, by the words of `q` in their titles and speakers. */
export async function GET(request: Request): Promise<Response> {
	const visitor = await currentVisitor(request.headers);
	const query = (new URL(request.url).searchParams.get("q") ?? "").slice(0, MAX_QUERY_LENGTH);
	return jsonResponse({ talks: await findTalksToAdd(db, { userId: visitor?.id ?? "", query }) });
}
