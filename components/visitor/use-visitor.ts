"use client";

import { useSyncExternalStore } from "react";
import type { MarkStatus } from "@/lib/watchlist/types";
import { countStuck, currentVisitor, markOf, problemOf, subscribe } from "./visitor-store";

/** The visitor's mark of a talk; `initial` is what the server rendered, where it knew. */
export function useMark(talkId: number, initial: MarkStatus | null): MarkStatus | null {
	return useSyncExternalStore(
		subscribe,
		() => {
			const mark = markOf(talkId);
			return mark === undefined ? initial : mark;
		},
		() => initial,
	);
}

export function useMarkProblem(talkId: number): string | undefined {
	return useSyncExternalStore(
		subscribe,
		() => problemOf(talkId),
		() => undefined,
	);
}

export function useVisitor() {
	return useSyncExternalStore(subscribe, currentVisitor, () => undefined);
}

export function useStuckMarks(): number {
	return useSyncExternalStore(subscribe, countStuck, () => 0);
}
