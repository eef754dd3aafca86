"use client";

import { useEffect, useState } from "react";
import { undoLatest } from "@/components/keyboard/undo";

/** What came of something done with many talks. */
export type Outcome = {
	readonly text: string;
	/** Whether it is what undoing takes back now. */
	readonly canUndo?: boolean;
};

/** What was done last, and the way to take it back until something else is done. */
export function useOutcome() {
	"use memo";
	const [outcome, showOutcome] = useState<Outcome | null>(null);

	useEffect(() => {
		// A single mark is then the last thing done, and its undo is that of the keys.
		const forget = (event: Event) => {
			const { target } = event;
			const isMark = event.type === "click" && target instanceof Element && target.closest(".marks");
			if (isMark || (event instanceof KeyboardEvent && event.key === "u")) showOutcome(null);
		};
		document.addEventListener("click", forget);
		document.addEventListener("keydown", forget);
		return () => {
			document.removeEventListener("click", forget);
			document.removeEventListener("keydown", forget);
		};
	}, []);

	return { outcome, say: showOutcome, undo: async () => showOutcome({ text: await undoLatest() }) };
}
