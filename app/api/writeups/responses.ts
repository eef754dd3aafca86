import { errorResponse } from "@/lib/accounts/http";

/** Of one that somebody else has, too: nobody is told that it is there. */
export function writeUpNotFoundResponse(): Response {
	return errorResponse(404, "There is no such write-up here.");
}
