import { ensureVisitor, errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { type RecordedMarks, recordMarkEvents } from "@/lib/marks/mutations";
import { markEventsSchema } from "@/lib/marks/schema";
import type { MarkEvent, MarksResponse } from "@/lib/marks/types";
import { findExistingTalks } from "@/lib/talks/queries";
import { UNKNOWN_TALK } from "../find-talk-id";

const MAX_BYTES = 65_536;

/**
 * Keeps what a visitor pressed, in order; the first mark makes a guest. Presses on talks that are not there are refused, and
 * those of somebody with an account who is not signed in any more.
 */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, markEventsSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const { presses: events } = body.data;
	const talkIds = events.map(({ talkId }) => talkId);
	const visitor = await currentVisitor(request.headers);
	if (events.some(({ owner }) => owner !== undefined && owner !== visitor?.id)) {
		return errorResponse(401, "The session of who pressed this has ended.");
	}
	if (!visitor) {
		const known = await findExistingTalks(db, talkIds);
		// Nobody has no mark to take away.
		if (!events.some(({ talkId, status }) => status !== null && known.has(talkId))) {
			const marks = talkIds.flatMap((talkId) => (known.has(talkId) ? [{ talkId, status: null }] : []));
			return marksResponse(events, { marks, unknown: listIds(events.filter(({ talkId }) => !known.has(talkId))) });
		}
	}
	const session = visitor ? { visitor } : await ensureVisitor(request.headers);
	if ("refusal" in session) return session.refusal;
	const recorded = await recordMarkEvents(db, { userId: session.visitor.id, events, now: new Date() });
	return marksResponse(events, recorded, session.responseHeaders);
}

function marksResponse(events: readonly MarkEvent[], { marks, unknown }: RecordedMarks, headers?: Headers): Response {
	if (unknown.length === events.length) return errorResponse(404, UNKNOWN_TALK);
	const body: MarksResponse = {
		marks: marks.map(({ talkId, status }) => [talkId, status]),
		refused: unknown.map((id) => [id, UNKNOWN_TALK]),
	};
	return jsonResponse(body, { headers });
}

function listIds(events: readonly MarkEvent[]): string[] {
	return events.map(({ id }) => id);
}
