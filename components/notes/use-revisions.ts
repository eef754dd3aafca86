"use client";

import type { NoteRevision, RevisionSummary } from "@/lib/notes/revisions/types";
import { type FetchState, useFetch } from "./use-fetch";

/** As they come over the wire. */
type Sent<Value> = Omit<Value, "savedAt"> & { readonly savedAt: string };

/** What a note was, newest first. */
export function useRevisions(talkId: number): FetchState<readonly RevisionSummary[]> {
	return useFetch(`/api/notes/${talkId}/revisions`, (body) =>
		(body as { revisions?: readonly Sent<RevisionSummary>[] } | null)?.revisions?.map(dated),
	);
}

/** One of them, whole; nothing is asked where there is none to ask for. */
export function useRevision(talkId: number, id: string | undefined): FetchState<NoteRevision> {
	return useFetch(id === undefined ? null : `/api/notes/${talkId}/revisions/${id}`, (body) => {
		const sent = (body as { revision?: Sent<NoteRevision> } | null)?.revision;
		return sent && dated(sent);
	});
}

function dated<Value extends { readonly savedAt: string }>(sent: Value): Omit<Value, "savedAt"> & { savedAt: Date } {
	return { ...sent, savedAt: new Date(sent.savedAt) };
}
