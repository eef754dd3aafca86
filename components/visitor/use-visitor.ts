"use client";

import { useSyncExternalStore } from "react";
import type { MarkStatus } from "@/lib/watchlist/types";
import { countStuck, currentVisitor, hasNote, markOf, problemOf, subscribe } from "./visitor-store";

/** The visitor's mark of a talk; `initial` is what the server rendered, where it knew. */
export function useMark(talkId: number, initial: MarkStatus | null): MarkStatus | null {
	return useSyncExternalStore(
		subscribe,
		() => markOf(talkId) ?? (markOf(talkId) === null ? null : initial),
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

export function useHasNote(talkId: number): boolean {
	return useSyncExternalStore(
		subscribe,
		() => hasNote(talkId),
		() => false,
	);
}

export function useVisitor() {
	return useSyncExternalStore(subscribe, currentVisitor, () => undefined);
}

export function useStuckMarks(): number {
	return useSyncExternalStore(subscribe, countStuck, () => 0);
}
