"use client";

import { useCallback, useSyncExternalStore } from "react";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { countStuck, currentVisitor, markOf, problemOf, subscribe, subscribeToTalk, whyStuck } from "./visitor-store";

/**
 * The visitor's mark of a talk, and what is wrong with it; `initial` is what the server rendered, where it knew. One
 * subscription for both, since lists have hundreds.
 */
export function useMark(talkId: number, initial: MarkStatus | null): { mark: MarkStatus | null; problem: string } {
	const view = useSyncExternalStore(
		useCallback((listener: () => void) => subscribeToTalk(talkId, listener), [talkId]),
		() => {
			const mark = markOf(talkId);
			return `${(mark === undefined ? initial : mark) ?? ""} ${problemOf(talkId) ?? ""}`;
		},
		() => `${initial ?? ""} `,
	);
	const space = view.indexOf(" ");
	const mark = MARK_STATUSES.find((status) => status === view.slice(0, space)) ?? null;
	return { mark, problem: view.slice(space + 1) };
}

export function useVisitor() {
	return useSyncExternalStore(subscribe, currentVisitor, () => undefined);
}

/** How many marks wait to be sent again, and why where the server said so. */
export function useStuckMarks(): { count: number; reason: string } {
	const count = useSyncExternalStore(subscribe, countStuck, () => 0);
	const reason = useSyncExternalStore(subscribe, whyStuck, () => "");
	return { count, reason };
}
