import { refuse } from "@/lib/accounts/writing";

/** Of one that somebody else has, too: nobody is told that it is there. */
export function noSuchWriteUp(): Response {
	return refuse(404, "There is no such write-up here.");
}
