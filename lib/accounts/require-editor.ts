import { isSameOrigin } from "@/lib/http/origin";
import { errorResponse } from "./http";
import { canEdit } from "./permissions";
import { currentVisitor } from "./session";
import type { Visitor } from "./types";

export const SIGN_IN_FIRST = "Sign in first: schedules are imported and edited by those whom the administrator allows.";
export const NOT_AN_EDITOR = "You may not import or edit schedules: the administrator says who may.";

/**
 * Who asks to import or edit, or the answer that refuses it: 401 where nobody is signed in (a guest is not), 403 where
 * they are and may not, or where another site's page asks.
 */
export async function requireEditor(
	headers: Headers,
): Promise<{ readonly visitor: Visitor; readonly refusal?: undefined } | { readonly refusal: Response }> {
	if (!isSameOrigin(headers)) return { refusal: errorResponse(403, "Another site's page sent this.") };
	const visitor = await currentVisitor(headers);
	if (!visitor || visitor.isGuest) return { refusal: errorResponse(401, SIGN_IN_FIRST) };
	return canEdit(visitor) ? { visitor } : { refusal: errorResponse(403, NOT_AN_EDITOR) };
}
