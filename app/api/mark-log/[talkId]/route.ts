import { currentVisitor } from "@/lib/accounts/session";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { listMarkLog } from "@/lib/watchlist/marks/queries";
import { knownTalk, UNKNOWN_TALK } from "../../known-talk";

/** What the visitor made of a talk and when, the earliest first. */
export async function GET(request: Request, { params }: RouteContext<"/api/mark-log/[talkId]">): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	const log = visitor ? await listMarkLog(db, { userId: visitor.id, talkId }) : [];
	return reply({ log: log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at, correctedDay })) });
}
