import type { OwnTalk } from "@/components/talk-log/types";
import { currentVisitor } from "@/lib/accounts/session";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { findRating } from "@/lib/ratings/queries";
import { talkExists } from "@/lib/talks/queries";
import { listTopics, listTopicsOfTalk } from "@/lib/topics/queries";
import { listMarkLog } from "@/lib/watchlist/marks/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

type Context = RouteContext<"/api/talks/[talkId]/own">;

/** What the visitor made of a talk: their rating, topics and log. Nobody has none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success || !(await talkExists(db, talkId.data))) return refuse(404, "There is no such talk.");
	const visitor = await currentVisitor(request.headers);
	return reply(visitor ? await ownTalk({ userId: visitor.id, talkId: talkId.data }) : NOTHING);
}

const NOTHING: OwnTalk = { rating: null, topics: [], allTopics: [], log: [] };

async function ownTalk(of: { userId: string; talkId: number }): Promise<OwnTalk> {
	const [rating, topics, all, log] = await Promise.all([
		findRating(db, of),
		listTopicsOfTalk(db, of),
		listTopics(db, of.userId),
		listMarkLog(db, of),
	]);
	return {
		rating,
		topics,
		allTopics: all.map(({ slug, name }) => ({ slug, name })),
		log: log.map(({ id, from, to, at, correctedDay }) => ({ id, from, to, at: at.toISOString(), correctedDay })),
	};
}
