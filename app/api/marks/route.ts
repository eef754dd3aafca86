import { currentVisitor } from "@/lib/accounts/session";
import { readBody, refuse, reply, visitorOrGuest } from "@/lib/accounts/writing";
import { db } from "@/lib/db/db";
import { knownTalks } from "@/lib/talks/queries";
import { type KeptPresses, keepPresses } from "@/lib/watchlist/marks/mutations";
import { pressesSchema } from "@/lib/watchlist/marks/schema";
import type { MarksAnswer, Press } from "@/lib/watchlist/marks/types";
import { UNKNOWN_TALK } from "../known-talk";

const MAX_BYTES = 65_536;

/**
 * Keeps what a visitor pressed, in order; the first mark makes a guest. Presses on talks that are not there are refused, and
 * those of somebody with an account who is not signed in any more.
 */
export async function POST(request: Request): Promise<Response> {
	const body = await readBody(request, pressesSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const { presses } = body.data;
	const talkIds = presses.map(({ talkId }) => talkId);
	const visitor = await currentVisitor(request.headers);
	if (presses.some(({ owner }) => owner !== undefined && owner !== visitor?.id)) {
		return refuse(401, "The session of who pressed this has ended.");
	}
	if (!visitor) {
		const known = await knownTalks(db, talkIds);
		// Nobody has no mark to take away.
		if (!presses.some(({ talkId, status }) => status !== null && known.has(talkId))) {
			const marks = talkIds.flatMap((talkId) => (known.has(talkId) ? [{ talkId, status: null }] : []));
			return answer(presses, { marks, unknown: idsOf(presses.filter(({ talkId }) => !known.has(talkId))) });
		}
	}
	const by = visitor ? { visitor } : await visitorOrGuest(request.headers);
	if ("refusal" in by) return by.refusal;
	const kept = await keepPresses(db, { userId: by.visitor.id, presses, now: new Date() });
	return answer(presses, kept, by.responseHeaders);
}

function answer(presses: readonly Press[], { marks, unknown }: KeptPresses, headers?: Headers): Response {
	if (unknown.length === presses.length) return refuse(404, UNKNOWN_TALK);
	const body: MarksAnswer = {
		marks: marks.map(({ talkId, status }) => [talkId, status]),
		refused: unknown.map((id) => [id, UNKNOWN_TALK]),
	};
	return reply(body, { headers });
}

function idsOf(presses: readonly Press[]): string[] {
	return presses.map(({ id }) => id);
}
