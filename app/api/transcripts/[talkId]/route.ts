import { UNKNOWN_TALK } from "@/app/api/find-talk-id";
import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { db } from "@/lib/db/db";
import { canRetry, obtainTranscripts } from "@/lib/transcripts/obtain-transcripts";
import { againSchema } from "@/lib/transcripts/queries";
import { talkIdSchema } from "@/lib/watchlist/schema";

const now = () => new Date();

type Context = RouteContext<"/api/transcripts/[talkId]">;

/** What is said in a talk, the same for everybody: fetched now where it was not before. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	const transcripts = talkId.success ? await obtainTranscripts(db, talkId.data, { now }) : null;
	if (!transcripts) return errorResponse(404, UNKNOWN_TALK);
	const isWhole = transcripts.every(({ problem }) => problem === "");
	return Response.json(
		{ transcripts },
		// A problem may be gone the next moment.
		{ headers: { "Cache-Control": isWhole ? "public, max-age=60" : "no-store" } },
	);
}

/** Tries again what could not be had, at most once a minute for each talk. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	if (!talkId.success) return errorResponse(404, UNKNOWN_TALK);
	const body = await parseBody(request, againSchema, 1024);
	if ("refusal" in body) return body.refusal;
	if (!canRetry(db, talkId.data, now())) return errorResponse(429, "That was tried less than a minute ago.");
	const transcripts = await obtainTranscripts(db, talkId.data, { now, retryFailed: body.data.again });
	return transcripts ? jsonResponse({ transcripts }) : errorResponse(404, UNKNOWN_TALK);
}
