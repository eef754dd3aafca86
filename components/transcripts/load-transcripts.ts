import { type ApiResponse, errorMessageOf, readJson, sendJson } from "@/components/visitor/api-client";
import type { Transcript } from "@/lib/transcripts/types";

/** What the server has of a talk's transcripts, or why it has not answered, in one sentence. */
export type LoadResult =
	| { readonly kind: "loaded"; readonly transcripts: readonly Transcript[] }
	| { readonly kind: "failed"; readonly problem: string };

/** The first time somebody asks for it, the server fetches it from the conference. */
export async function loadTranscripts(talkId: number): Promise<LoadResult> {
	return parseTranscripts(await readJson(`/api/transcripts/${talkId}`));
}

/** Has the server fetch again what it could not have. */
export async function retryTranscripts(talkId: number): Promise<LoadResult> {
	return parseTranscripts(await sendJson(`/api/transcripts/${talkId}`, "POST", { again: true }));
}

function parseTranscripts(response: ApiResponse | null): LoadResult {
	if (!response) return { kind: "failed", problem: "The server did not answer." };
	if (response.status !== 200) return { kind: "failed", problem: errorMessageOf(response) };
	const { transcripts } = response.body as { readonly transcripts: readonly Transcript[] };
	return { kind: "loaded", transcripts };
}
