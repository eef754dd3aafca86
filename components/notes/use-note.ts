"use client";

import { useEffect, useRef, useState } from "react";
import type { ConflictChoice } from "@/lib/notes/reconcile";
import type { Draft } from "./draft";
import { LOADING, NoteSession, type NoteView } from "./note-session";

/** The visitor's note of a talk, read, saved and merged with what is written elsewhere while the component is there. */
export function useNote(talkId: number) {
	const [view, setView] = useState<NoteView>(LOADING);
	const session = useRef<NoteSession>(null);

	useEffect(() => {
		const opened = new NoteSession(talkId, setView);
		session.current = opened;
		void opened.open();
		const flush = () => opened.flush();
		window.addEventListener("pagehide", flush);
		return () => {
			window.removeEventListener("pagehide", flush);
			opened.close();
		};
	}, [talkId]);

	return {
		...view,
		/** Takes a change of the draft `from`, the shown one; what came from elsewhere since is not taken back by it. */
		change: (draft: Draft, from: Draft = view.draft) => session.current?.change(draft, from),
		/** Decides one of the places in conflict. */
		resolve: (key: string, choice: ConflictChoice) => session.current?.resolve(key, choice),
	};
}
