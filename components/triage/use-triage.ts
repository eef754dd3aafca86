"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { undoLatest } from "@/components/keyboard/undo";
import { markOf, setMark, subscribe } from "@/components/visitor/visitor-store";
import { type TriageProgress, triageProgress } from "@/lib/watchlist/triage/progress";
import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";
import { setSkipped, skipOf, subscribeToSkips, takeUpWaitingSkips } from "./skip-store";

/** What the server knew when it made the page. */
export type KnownTriage = {
	/** Ids of all talks that match, in order. */
	readonly order: readonly number[];
	readonly marks: ReadonlyMap<number, MarkStatus>;
	readonly skipped: ReadonlySet<number>;
};

export type TriageDeeds = {
	decide: (talkId: number, status: MarkStatus) => void;
	skip: (talkId: number) => void;
	/** Takes the last decision back, and says so in a sentence. */
	back: () => Promise<string>;
	lookAgain: () => void;
};

/** A sign for each talk, as one text: what changed is told by comparing two of them. */
const SIGNS = { MUST_SEE: "m", WATCHED: "w", MISSED: "x", skipped: "s", open: "." } as const;

/** Where the visitor stands, by what the server knew and by presses that still wait in the browser. */
export function useTriage(known: KnownTriage): { progress: TriageProgress } & TriageDeeds {
	"use memo";
	const [steps, setSteps] = useState<readonly (() => Promise<string>)[]>([]);
	const signs = useSyncExternalStore(
		subscribeToBoth,
		() =>
			signsOf(
				known,
				(talkId) => {
					const mark = markOf(talkId);
					return mark === undefined ? (known.marks.get(talkId) ?? null) : mark;
				},
				(talkId) => skipOf(talkId) ?? known.skipped.has(talkId),
			),
		() =>
			signsOf(
				known,
				(talkId) => known.marks.get(talkId) ?? null,
				(talkId) => known.skipped.has(talkId),
			),
	);
	useEffect(takeUpWaitingSkips, []);

	const signOf = new Map(known.order.map((talkId, index) => [talkId, signs[index]]));
	const progress = triageProgress(known.order, {
		markOf: (talkId) => MARK_STATUSES.find((status) => SIGNS[status] === signOf.get(talkId)) ?? null,
		isSkipped: (talkId) => signOf.get(talkId) === SIGNS.skipped,
	});
	return {
		progress,
		decide: (talkId, status) => {
			const isKnown = markOf(talkId) !== undefined;
			setMark(talkId, status);
			setSteps([...steps, isKnown ? undoLatest : async () => takeMarkAway(talkId)]);
		},
		skip: (talkId) => {
			setSkipped([talkId], true);
			setSteps([...steps, async () => takeUp(talkId)]);
		},
		back: () => {
			const undo = steps.at(-1);
			setSteps(steps.slice(0, -1));
			// What was marked before this page was opened can be undone as well.
			return undo ? undo() : undoLatest();
		},
		lookAgain: () => {
			setSkipped(progress.skipped, false);
			setSteps([]);
		},
	};
}

/** Where the marks are not known yet, the store cannot undo; but here is only what had none. */
function takeMarkAway(talkId: number): string {
	setMark(talkId, null);
	return "Undone: 1 talk is as it was.";
}

function takeUp(talkId: number): string {
	setSkipped([talkId], false);
	return "Undone: the talk is no longer skipped.";
}

function signsOf(
	{ order }: KnownTriage,
	mark: (talkId: number) => MarkStatus | null,
	isSkipped: (talkId: number) => boolean,
): string {
	const sign = (talkId: number) => {
		const status = mark(talkId);
		return status ? SIGNS[status] : isSkipped(talkId) ? SIGNS.skipped : SIGNS.open;
	};
	return order.map(sign).join("");
}

function subscribeToBoth(listener: () => void): () => void {
	const ends = [subscribe(listener), subscribeToSkips(listener)];
	return () => {
		for (const end of ends) end();
	};
}
