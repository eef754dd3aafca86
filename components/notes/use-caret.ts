"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { mapCaret } from "@/lib/notes/caret";

/**
 * Keeps the writer's place in a controlled text field whose text changes under it, as when a note is merged with what was
 * written on another device. To use it: `const field = useCaret(text)`, and `ref={field}` on the textarea with
 * `value={text}`. What the writer types moves the caret as ever; code that sets the text itself and then a selection of
 * its own is not in its way, as long as it sets the selection in an effect or later.
 */
export function useCaret(text: string): RefObject<HTMLTextAreaElement | null> {
	const field = useRef<HTMLTextAreaElement>(null);
	/** Where the writer was last, and in which text: by the time that a change is shown, the field has forgotten. */
	const last = useRef({ text, start: 0, end: 0 });

	useEffect(() => {
		const remember = () => {
			const node = field.current;
			if (!node || document.activeElement !== node) return;
			last.current = { text: node.value, start: node.selectionStart, end: node.selectionEnd };
		};
		// The capturing phase: before whatever makes a change of it.
		const events = ["selectionchange", "select", "input", "keydown", "keyup", "pointerup", "focusin"];
		for (const event of events) document.addEventListener(event, remember, true);
		return () => {
			for (const event of events) document.removeEventListener(event, remember, true);
		};
	}, []);

	useLayoutEffect(() => {
		const node = field.current;
		const before = last.current;
		if (before.text === text) return;
		if (node && document.activeElement === node) {
			const [start, end] = [before.start, before.end].map((position) => mapCaret(before.text, text, position));
			node.setSelectionRange(start ?? 0, end ?? 0);
			last.current = { text, start: node.selectionStart, end: node.selectionEnd };
		} else {
			last.current = { text, start: 0, end: 0 };
		}
	}, [text]);

	return field;
}
