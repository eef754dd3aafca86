import { refuse } from "@/lib/accounts/writing";
import { MOST_TOPICS } from "@/lib/topics/schema";

/** More than any request about topics has, also one whose name is so long that it is refused with a sentence of its own. */
export const MOST_TOPIC_BYTES = 128 * 1024;

/** Of a topic that is somebody else's, too. */
export function noSuchTopic(): Response {
	return refuse(404, "You have no such topic.");
}

export function tooManyTopics(): Response {
	return refuse(409, `You have ${MOST_TOPICS} topics already: delete one that you no longer need.`);
}
