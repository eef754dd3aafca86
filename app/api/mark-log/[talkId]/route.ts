import { currentVisitor } from "@/lib/accounts/session";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { talkExists } from "@/lib/talks/queries";
import { listMarkLog } from "@/lib/watchlist/marks/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

/** What the visitor made of a talk and when, the earliest first. */
export async function GET(request: Request, { params }: RouteContext<"/api/mark-log/[talkId]">): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success || !(await talkExists(db, talkId.data))) return refuse(404, "There is no such talk.");
	const visitor = await currentVisitor(request.headers);
	const log = visitor ? await listMarkLog(db, { userId: visitor.id, talkId: talkId.data }) : [];
	return reply({ log: log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at, correctedDay })) });
}
