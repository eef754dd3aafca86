import { ensureVisitor, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { createTopic } from "@/lib/topics/mutations";
import { listTopics } from "@/lib/topics/queries";
import { topicSchema } from "@/lib/topics/schema";
import { MAX_TOPIC_BYTES, tooManyTopicsResponse } from "./responses";

/** The visitor's topics with the number of their talks, by name. */
export async function GET(request: Request): Promise<Response> {
	const visitor = await currentVisitor(request.headers);
	return jsonResponse({ topics: visitor ? await listTopics(db, visitor.id) : [] });
}

/** Makes a topic that is on no talk yet; the first one makes a guest. One that is there already stays as it is. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, topicSchema, MAX_TOPIC_BYTES);
	if ("refusal" in body) return body.refusal;
	const by = await ensureVisitor(request.headers);
	if ("refusal" in by) return by.refusal;
	const { visitor, responseHeaders } = by;
	const made = await createTopic(db, { userId: visitor.id, name: body.data.name });
	if (made.kind === "too-many") return tooManyTopicsResponse();
	const isNew = made.kind === "created";
	return jsonResponse({ topic: made.topic, isNew }, { status: isNew ? 201 : 200, headers: responseHeaders });
}
