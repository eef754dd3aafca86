import { currentVisitor } from "@/lib/accounts/session";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { filterTalks } from "@/lib/search/filter";
import { paramsByName, parseFilter } from "@/lib/search/filter-params";
import { loadTalkIndex } from "@/lib/search/talk-index";
import { findConference } from "@/lib/talks/conferences";
import { listMarks } from "@/lib/watchlist/queries";

/** Ids of all talks of a conference that match the filter of the list's address, on whichever page of the list they are. */
export async function GET(request: Request, { params }: RouteContext<"/api/talk-ids/[conference]">): Promise<Response> {
	const slug = (await params).conference;
	const conference = slug.includes("\0") ? null : await findConference(db, slug);
	if (!conference) return refuse(404, "There is no such conference here.");
	const [index, visitor] = await Promise.all([loadTalkIndex(db, conference), currentVisitor(request.headers)]);
	const marks = visitor ? await listMarks(db, { userId: visitor.id, conference: slug }) : [];
	const filter = parseFilter(paramsByName(new URL(request.url).searchParams), index);
	const talks = filterTalks(index.talks, filter, new Map(marks.map(({ talkId, status }) => [talkId, status])));
	return reply({ talkIds: talks.map(({ id }) => id) });
}
