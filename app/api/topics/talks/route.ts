import { UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { allTalksExist } from "@/lib/talks/queries";
import { setTopicOnTalks } from "@/lib/topics/mutations";
import { topicTalksSchema } from "@/lib/topics/schema";
import type { TopicTalksResponse } from "@/lib/topics/types";
import { MAX_TOPIC_BYTES, tooManyTopicsResponse, topicNotFoundResponse } from "../responses";

/**
 * Puts a topic on talks, or takes it off: `{ topic, talkIds, on }`, the end result, answered with what that changed. A topic
 * that is put on and not there yet is made; the first one makes a guest.
 */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, topicTalksSchema, MAX_TOPIC_BYTES);
	if ("refusal" in body) return body.refusal;
	const { talkIds, on } = body.data;
	if (!(await currentVisitor(request.headers))) {
		// Nobody has no topic, and what is refused anyway makes no guest.
		if (!on) return topicNotFoundResponse();
		if (!(await allTalksExist(db, talkIds))) return errorResponse(404, UNKNOWN_TALK);
	}
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const result = await setTopicOnTalks(db, { userId: visitor.id, ...body.data });
	switch (result.kind) {
		case "kept": {
			const { topic, isNew, changed } = result;
			return jsonResponse({ topic, isNew, changed } satisfies TopicTalksResponse, { headers: responseHeaders });
		}
		case "unknown-talk":
			return errorResponse(404, UNKNOWN_TALK);
		case "unknown-topic":
			return topicNotFoundResponse();
		case "too-many":
			return tooManyTopicsResponse();
	}
}
