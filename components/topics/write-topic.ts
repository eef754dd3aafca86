import { errorMessageOf, isWorthRetrying, sendJson, whyLater, withLock } from "@/components/visitor/api-client";
import { currentVisitor, showVisitorAt } from "@/components/visitor/visitor-store";

/** What came of a change of topics: what the server answered, or what is wrong, in a sentence. */
export type TopicResult<Body> = { readonly body: Body } | { readonly problem: string };

/** Changes topics on the server; the first one of a new visitor makes a guest, whom the page is then told. */
export async function writeTopic<Body>(
	url: string,
	method: "POST" | "PATCH" | "DELETE",
	body: unknown,
): Promise<TopicResult<Body>> {
	const isKnown = Boolean(currentVisitor());
	const response = await withLock(isKnown, () => sendJson(url, method, body));
	if (isWorthRetrying(response)) return { problem: whyLater(response) };
	if (response.status >= 300) return { problem: errorMessageOf(response) };
	if (!isKnown) showVisitorAt(window.location.pathname);
	return { body: response.body as Body };
}
