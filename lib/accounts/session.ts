import { isAPIError } from "better-auth/api";
import { auth } from "./auth";
import type { Visitor } from "./types";

/**
 * Who is asking, by the cookies of the request: a guest, somebody signed in, or nobody yet. A page cannot give the browser
 * a cookie, so it says `isPage`: else it would use up the day's renewal of the session, which lasts as long as its cookie.
 */
export async function currentVisitor(headers: Headers, { isPage = false } = {}): Promise<Visitor | null> {
	// Without any cookie there is no session, and the database need not be asked.
	if (!headers.has("cookie")) return null;
	const session = await auth.api.getSession({ headers, query: { disableRefresh: isPage } });
	if (!session) return null;
	const { id, name, isAnonymous, role } = session.user;
	return { id, name, isGuest: isAnonymous ?? false, role: role ?? "VISITOR" };
}

/** A new guest, and the headers whose cookies make the browser that guest; null where there are too many from one network. */
export async function createGuest(headers: Headers): Promise<{ visitor: Visitor; responseHeaders: Headers } | null> {
	const made = await auth.api
		.signInAnonymous({ headers: withoutCookies(headers), returnHeaders: true })
		.catch((error: unknown) => {
			if (isAPIError(error) && error.statusCode === 429) return null;
			throw error;
		});
	if (!made) return null;
	const { response, headers: responseHeaders } = made;
	if (!response) throw new Error("A guest could not be made.");
	const { id, name } = response.user;
	return { visitor: { id, name, isGuest: true, role: "VISITOR" }, responseHeaders };
}

/** The cookie of a session that is gone would make better-auth answer with its deletion, not with the new session. */
function withoutCookies(headers: Headers): Headers {
	const bare = new Headers(headers);
	bare.delete("cookie");
	return bare;
}
