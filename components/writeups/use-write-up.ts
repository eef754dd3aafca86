"use client";

import { useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/visitor/owner";
import type { WriteUpDraft } from "./write-up-drafts";
import { type StoredWriteUp, WriteUpSession, type WriteUpView } from "./write-up-session";

/** A write-up that is changed, saved and merged with what is written elsewhere while the component is there. */
export function useWriteUp(id: string, owner: Owner, stored: StoredWriteUp) {
	const [view, setView] = useState<WriteUpView>(() => ({
		draft: { content: stored.content, options: stored.options },
		state: { kind: "idle" },
	}));
	const session = useRef<WriteUpSession>(null);
	// As they were when the page was opened: what comes later comes through the session.
	const [first] = useState(stored);
	const [writer] = useState(owner);

	useEffect(() => {
		const opened = new WriteUpSession(id, writer, first, setView);
		session.current = opened;
		opened.open();
		const flush = () => opened.flush();
		window.addEventListener("pagehide", flush);
		return () => {
			window.removeEventListener("pagehide", flush);
			opened.close();
		};
	}, [id, writer, first]);

	const [change] = useState(() => (change: (draft: WriteUpDraft) => WriteUpDraft) => session.current?.change(change));
	return { ...view, change };
}
