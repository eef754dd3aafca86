"use client";

import { useEffect, useRef, useState } from "react";
import type { Draft } from "./draft";
import { LOADING, NoteSession, type NoteView } from "./note-session";

/** The visitor's note of a talk, read and saved while the component is there. */
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
		change: (draft: Draft) => session.current?.change(draft),
		resolve: (choice: "mine" | "theirs") => session.current?.resolve(choice),
	};
}
