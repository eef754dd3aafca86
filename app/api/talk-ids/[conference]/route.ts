import { errorResponse, jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { findTalks } from "@/lib/search/queries";
import { findConference } from "@/lib/talks/conferences";
import { paramsByName } from "@/lib/urls/search-params";

/** Ids of all talks of a conference that match the filter of the list's address, on whichever page of the list they are. */
export async function GET(request: Request, { params }: RouteContext<"/api/talk-ids/[conference]">): Promise<Response> {
	const slug = (await params).conference;
	const conference = slug.includes("\0") ? null : await findConference(db, slug);
	if (!conference) return errorResponse(404, "There is no such conference here.");
	const visitor = await currentVisitor(request.headers);
	const found = { conference, userId: visitor?.id ?? null, params: paramsByName(new URL(request.url).searchParams) };
	const { talks } = await findTalks(db, found);
	return jsonResponse({ talkIds: talks.map(({ id }) => id) });
}
