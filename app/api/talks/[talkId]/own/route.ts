import type { OwnTalk } from "@/components/talk-log/types";
import { currentVisitor } from "@/lib/accounts/session";
import { refuse, reply } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { findRating } from "@/lib/ratings/queries";
import { listTopics, listTopicsOfTalk } from "@/lib/topics/queries";
import { listMarkLog } from "@/lib/watchlist/marks/queries";
import { knownTalk, UNKNOWN_TALK } from "../../../known-talk";

type Context = RouteContext<"/api/talks/[talkId]/own">;

/** What the visitor made of a talk: their rating, topics and log. Nobody has none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await knownTalk(params);
	if (talkId === null) return refuse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	return reply(visitor ? await ownTalk({ userId: visitor.id, talkId }) : NOTHING);
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
