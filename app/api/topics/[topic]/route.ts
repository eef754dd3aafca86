import { z } from "zod";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { deleteTopic, renameTopic } from "@/lib/topics/mutations";
import { topicSchema, topicSlugSchema } from "@/lib/topics/schema";
import { MAX_TOPIC_BYTES, topicNotFoundResponse } from "../responses";

type Context = RouteContext<"/api/topics/[topic]">;

async function parseTopicKey(
	request: Request,
	params: Context["params"],
): Promise<{ userId: string; slug: string } | null> {
	const slug = topicSlugSchema.safeParse((await params).topic);
	const visitor = slug.success && (await currentVisitor(request.headers));
	return visitor ? { userId: visitor.id, slug: slug.data } : null;
}

/** Gives a topic another name, and so another address. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, topicSchema, MAX_TOPIC_BYTES);
	if ("refusal" in body) return body.refusal;
	const topic = await parseTopicKey(request, params);
	if (!topic) return topicNotFoundResponse();
	const result = await renameTopic(db, { ...topic, name: body.data.name });
	switch (result.kind) {
		case "renamed":
			return jsonResponse({ topic: result.topic });
		case "taken":
			return errorResponse(409, `You have a topic “${result.topic.name}” already.`);
		case "unknown-topic":
			return topicNotFoundResponse();
	}
}

/** Takes a topic off all its talks, and away; the talks keep their marks, notes and ratings. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
	const body = await parseBody(request, z.unknown(), MAX_TOPIC_BYTES);
	if ("refusal" in body) return body.refusal;
	const topic = await parseTopicKey(request, params);
	if (!topic || !(await deleteTopic(db, topic))) return topicNotFoundResponse();
	return jsonResponse({ deleted: topic.slug });
}
