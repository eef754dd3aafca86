import { errorResponse } from "@/lib/accounts/http";
import { db } from "@/lib/db/db";
import { obtainTranscripts } from "@/lib/transcripts/obtain-transcripts";
import { toVtt } from "@/lib/transcripts/write-vtt";
import { talkIdSchema } from "@/lib/watchlist/schema";

type Context = RouteContext<"/api/transcripts/[talkId]/subtitles.vtt">;

/** One of a talk's transcripts, the nth of them as `?n=` says from 0, as WebVTT for a video's subtitles. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const talkId = talkIdSchema.safeParse((await params).talkId);
	const transcripts = talkId.success ? await obtainTranscripts(db, talkId.data, { now: () => new Date() }) : null;
	const n = new URL(request.url).searchParams.get("n") ?? "0";
	const transcript = /^\d{1,2}$/.test(n) ? transcripts?.[Number(n)] : undefined;
	if (!transcript) return errorResponse(404, "There are no such subtitles.");
	if (transcript.problem !== "") return errorResponse(404, transcript.problem);
	return new Response(toVtt(transcript.cues), {
		headers: {
			"Content-Type": "text/vtt; charset=utf-8",
			"Cache-Control": "public, max-age=60",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
