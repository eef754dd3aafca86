import { type RefObject, useEffect, useState } from "react";
import type { Cue } from "@/lib/transcripts/types";
import { type Passage, selectedPassage } from "./passage";

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
