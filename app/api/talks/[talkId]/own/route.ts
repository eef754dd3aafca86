import { findTalkId, UNKNOWN_TALK } from "@/app/api/find-talk-id";
import type { OwnTalk } from "@/components/talks/own-talk/types";
import { errorResponse, jsonResponse } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listMarkLog } from "@/lib/marks/queries";
import { findRating } from "@/lib/ratings/queries";
import { listTopics, listTopicsOfTalk } from "@/lib/topics/queries";

type Context = RouteContext<"/api/talks/[talkId]/own">;

/** What the visitor made of a talk: their rating, topics and log. Nobody has none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = await findTalkId(params);
	if (talkId === null) return errorResponse(404, UNKNOWN_TALK);
	const visitor = await currentVisitor(request.headers);
	return jsonResponse(visitor ? await loadOwnTalk({ userId: visitor.id, talkId }) : EMPTY_OWN_TALK);
}

const EMPTY_OWN_TALK: OwnTalk = { rating: null, topics: [], allTopics: [], log: [] };

async function loadOwnTalk(of: { userId: string; talkId: number }): Promise<OwnTalk> {
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
