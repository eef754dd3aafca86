"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { undoLatest } from "@/components/keyboard/undo";
import { markOf, setMark, subscribe } from "@/components/visitor/visitor-store";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { computeTriageProgress, type TriageProgress } from "@/lib/watchlist/triage/progress";
import { resumePendingSkips, setSkipped, skipOf, subscribeToSkips } from "./skip-store";

/** What the server knew when it made the page. */
export type InitialTriage = {
	/** Ids of all talks that match, in order. */
	readonly order: readonly number[];
	readonly marks: ReadonlyMap<number, MarkStatus>;
	readonly skipped: ReadonlySet<number>;
};

export type TriageActions = {
	/** The first talk to decide on now, which may be further than what is drawn; of those that `isThere` tells. */
	firstOpen: (isThere: (talkId: number) => boolean) => number | undefined;
	decide: (talkId: number, status: MarkStatus) => void;
	skip: (talkId: number) => void;
	/** Takes the last decision back, and says so in a sentence. */
	back: () => Promise<string>;
	reviewSkipped: () => void;
};

/** A sign for each talk, as one text: what changed is told by comparing two of them. */
const SIGNS = { MUST_SEE: "m", WATCHED: "w", MISSED: "x", skipped: "s", open: "." } as const;

/** Where the visitor stands, by what the server knew and by presses that still wait in the browser. */
export function useTriage(known: InitialTriage): { progress: TriageProgress } & TriageActions {
	"use memo";
	/** What takes each decision of this page back, the last one at the end. */
	const steps = useRef<(() => Promise<string>)[]>([]);
	const signs = useSyncExternalStore(
		subscribeToBoth,
		() => known.order.map((talkId) => signNow(known, talkId)).join(""),
		() => known.order.map((talkId) => signThen(known, talkId)).join(""),
	);
	useEffect(resumePendingSkips, []);

	const signOf = new Map(known.order.map((talkId, index) => [talkId, signs[index]]));
	const progress = computeTriageProgress(known.order, {
		markOf: (talkId) => MARK_STATUSES.find((status) => SIGNS[status] === signOf.get(talkId)) ?? null,
		isSkipped: (talkId) => signOf.get(talkId) === SIGNS.skipped,
	});
	return {
		progress,
		firstOpen: (isThere) => known.order.find((id) => signNow(known, id) === SIGNS.open && isThere(id)),
		decide: (talkId, status) => {
			const isKnown = markOf(talkId) !== undefined;
			setMark(talkId, status);
			steps.current.push(isKnown ? undoLatest : async () => removeMark(talkId));
		},
		skip: (talkId) => {
			setSkipped([talkId], true);
			steps.current.push(async () => unskip(talkId));
		},
		// What was marked before this page was opened can be undone as well.
		back: () => (steps.current.pop() ?? undoLatest)(),
		reviewSkipped: () => {
			setSkipped(progress.skipped, false);
			steps.current = [];
		},
	};
}

/** Where the marks are not known yet, the store cannot undo; but here is only what had none. */
function removeMark(talkId: number): string {
	setMark(talkId, null);
	return "Undone: 1 talk is as it was.";
}

function unskip(talkId: number): string {
	setSkipped([talkId], false);
	return "Undone: the talk is no longer skipped.";
}

/** With what was pressed a moment ago. */
function signNow(known: InitialTriage, talkId: number): string {
	const mark = markOf(talkId);
	const status = mark === undefined ? known.marks.get(talkId) : mark;
	if (status) return SIGNS[status];
	return (skipOf(talkId) ?? known.skipped.has(talkId)) ? SIGNS.skipped : SIGNS.open;
}

/** As the server knew it. */
function signThen(known: InitialTriage, talkId: number): string {
	const status = known.marks.get(talkId);
	if (status) return SIGNS[status];
	return known.skipped.has(talkId) ? SIGNS.skipped : SIGNS.open;
}

function subscribeToBoth(listener: () => void): () => void {
	const ends = [subscribe(listener), subscribeToSkips(listener)];
	return () => {
		for (const end of ends) end();
	};
}
