import { inTurn, isWorthRetrying, refusalOf, sendJson, whyLater } from "../visitor/sending";
import { currentVisitor, showVisitorAt } from "../visitor/visitor-store";

/** What came of a change of topics: what the server answered, or what is wrong, in a sentence. */
export type TopicWrite<Body> = { readonly body: Body } | { readonly problem: string };

/** Changes topics on the server; the first one of a new visitor makes a guest, whom the page is then told. */
export async function writeTopic<Body>(
	address: string,
	method: "POST" | "PATCH" | "DELETE",
	body: unknown,
): Promise<TopicWrite<Body>> {
	const isKnown = Boolean(currentVisitor());
	const answer = await inTurn(isKnown, () => sendJson(address, method, body));
	if (isWorthRetrying(answer)) return { problem: whyLater(answer) };
	if (answer.status >= 300) return { problem: refusalOf(answer) };
	if (!isKnown) showVisitorAt(window.location.pathname);
	return { body: answer.body as Body };
}
