import { type Answer, readJson, refusalOf, sendJson } from "@/components/visitor/sending";
import type { Transcript } from "@/lib/transcripts/types";

/** What the server has of a talk's transcripts, or why it has not answered, in one sentence. */
export type Loaded =
	| { readonly kind: "loaded"; readonly transcripts: readonly Transcript[] }
	| { readonly kind: "failed"; readonly problem: string };

/** The first time somebody asks for it, the server fetches it from the conference. */
export async function loadTranscripts(talkId: number): Promise<Loaded> {
	return loadedOf(await readJson(`/api/transcripts/${talkId}`));
}

/** Has the server fetch again what it could not have. */
export async function tryAgain(talkId: number): Promise<Loaded> {
	return loadedOf(await sendJson(`/api/transcripts/${talkId}`, "POST", { again: true }));
}

function loadedOf(answer: Answer | null): Loaded {
	if (!answer) return { kind: "failed", problem: "The server did not answer." };
	if (answer.status !== 200) return { kind: "failed", problem: refusalOf(answer) };
	const { transcripts } = answer.body as { readonly transcripts: readonly Transcript[] };
	return { kind: "loaded", transcripts };
}
