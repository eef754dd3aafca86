"use client";

import { useEffect, useRef, useState } from "react";
import { LOADING, OwnTalkSession, type OwnTalkView } from "./own-talk-session";

/** What the visitor made of a talk, while the component is there, and how to change it. */
export function useOwnTalk(talkId: number): { view: OwnTalkView; session: () => OwnTalkSession | null } {
	const [view, setView] = useState<OwnTalkView>(LOADING);
	const session = useRef<OwnTalkSession>(null);

	useEffect(() => {
		const opened = new OwnTalkSession(talkId, setView);
		session.current = opened;
		return () => opened.close();
	}, [talkId]);

	return { view, session: () => session.current };
}
