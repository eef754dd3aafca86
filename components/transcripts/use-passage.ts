import { type RefObject, useEffect, useState } from "react";
import type { Cue } from "@/lib/transcripts/types";

/** The passage that is selected within an area, as it changes. */
export function usePassage(area: RefObject<HTMLElement | null>, cues: readonly Cue[]): Passage | null {
	const [passage, setPassage] = useState<Passage | null>(null);
	useEffect(() => {
		let frame = 0;
		const update = () => {
			frame = 0;
			const element = area.current;
			const next = element ? selectedPassage(element, cues) : null;
			setPassage((before) => (before?.text === next?.text && before?.time === next?.time ? before : next));
		};
		// While a pointer is dragged it changes with every letter.
		const onChange = () => {
			if (frame === 0) frame = requestAnimationFrame(update);
		};
		document.addEventListener("selectionchange", onChange);
		return () => {
			document.removeEventListener("selectionchange", onChange);
			cancelAnimationFrame(frame);
		};
	}, [area, cues]);
	return passage;
}

/** What is selected of a transcript, and when the first cue of it is said, in seconds. */
export type Passage = { readonly text: string; readonly time: number };

/** The passage that is selected within `area`; null where none is, or only what stands between cues. */
function selectedPassage(area: Element, cues: readonly Cue[]): Passage | null {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!range.intersectsNode(area)) return null;
	const texts: string[] = [];
	let time: number | null = null;
	for (const element of area.querySelectorAll("[data-cue]")) {
		if (!range.intersectsNode(element)) continue;
		const text = within(range, element).trim();
		if (text === "") continue;
		texts.push(text);
		time ??= cues[Number(element.getAttribute("data-cue"))]?.start ?? null;
	}
	return time === null ? null : { text: texts.join(" "), time };
}

/** Not what the browser would copy, which has times and buttons in it. */
function within(range: Range, element: Element): string {
	const part = document.createRange();
	part.selectNodeContents(element);
	if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
		part.setStart(range.startContainer, range.startOffset);
	if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
	return part.toString();
}
