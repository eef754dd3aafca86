"use client";

import { useSyncExternalStore } from "react";
import { markOf, subscribe } from "@/components/visitor/visitor-store";

/** Of talks that were must-see when the server looked, the ids of those that still are, whatever was pressed since. */
export function useMustSee(ids: readonly number[]): ReadonlySet<number> {
	const still = useSyncExternalStore(
		subscribe,
		() => ids.map((id) => (isMustSee(id) ? "1" : "0")).join(""),
		() => "1".repeat(ids.length),
	);
	return new Set(ids.filter((_, index) => still[index] === "1"));
}

function isMustSee(id: number): boolean {
	const mark = markOf(id);
	return mark === undefined || mark === "MUST_SEE";
}
