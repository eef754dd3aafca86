"use client";

import { useCallback, useSyncExternalStore } from "react";
import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";
import { countStuck, currentVisitor, markOf, problemOf, subscribe, subscribeToTalk } from "./visitor-store";

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

export function useStuckMarks(): number {
	return useSyncExternalStore(subscribe, countStuck, () => 0);
}
