import { errorResponse } from "@/lib/accounts/http";
import { MAX_TOPICS } from "@/lib/topics/schema";

/** More than any request about topics has, also one whose name is so long that it is refused with a sentence of its own. */
export const MAX_TOPIC_BYTES = 128 * 1024;

/** Of a topic that is somebody else's, too. */
export function topicNotFoundResponse(): Response {
	return errorResponse(404, "You have no such topic.");
}

export function tooManyTopicsResponse(): Response {
	return errorResponse(409, `You have ${MAX_TOPICS} topics already: delete one that you no longer need.`);
}
