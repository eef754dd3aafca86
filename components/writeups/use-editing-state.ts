"use client";

import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/keyboard/announce";
import type { WriteUpContent } from "@/lib/writeups/types";
import type { Editing } from "./editing";
import { findItem, moveItem, moveSection, positionOfItem, removeItem, removeSection } from "./edits";
import type { WriteUpDraft } from "./write-up-drafts";

/** What was removed last, and what brings it back. */
export type Removed = { readonly name: string; readonly undo: () => void };

type Change = (change: (draft: WriteUpDraft) => WriteUpDraft) => void;

/** The deeds of an editor, and what it removed last. */
export function useEditingState(content: WriteUpContent, changeDraft: Change) {
	const current = useRef(content);
	const wanted = useRef<string | null>(null);
	const [removed, setRemoved] = useState<Removed | null>(null);

	useEffect(() => {
		current.current = content;
		if (wanted.current === null) return;
		const found = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wanted.current)}"]`);
		wanted.current = null;
		found?.focus();
		found?.scrollIntoView({ block: "nearest" });
	});

	const [editing] = useState<Editing>(() => {
		const change: Editing["change"] = (make) =>
			changeDraft((draft) => {
				const made = make(draft.content);
				current.current = made;
				return made === draft.content ? draft : { ...draft, content: made };
			});
		return {
			content: () => current.current,
			change,
			focus: (name) => {
				wanted.current = name;
			},
			moveItem: (id, position) => {
				wanted.current = `item-${id}`;
				change((each) => moveItem(each, id, position));
				const { sections } = current.current;
				const section = sections.findIndex((each) => each.id === position.sectionId);
				const name = sections[section]?.heading || `section ${section + 1}`;
				announce(`Place ${position.index + 1} of ${sections[section]?.items.length ?? 0} in “${name}”.`);
			},
			moveSection: (id, index) => {
				wanted.current = `section-${id}`;
				change((each) => moveSection(each, id, index));
				announce(`Section ${index + 1} of ${current.current.sections.length}.`);
			},
			removeItem: (id, name) => {
				const item = findItem(current.current, id);
				const position = positionOfItem(current.current, id);
				if (!item || !position) return;
				change((each) => removeItem(each, id));
				const undo = () => {
					wanted.current = `item-${id}`;
					change((each) => insertItem(each, item, position));
					setRemoved(null);
				};
				setRemoved({ name, undo });
			},
			removeSection: (id, name) => {
				const index = current.current.sections.findIndex((each) => each.id === id);
				const section = current.current.sections[index];
				if (!section) return;
				change((each) => removeSection(each, id));
				const undo = () => {
					wanted.current = `section-${id}`;
					change((each) => ({ ...each, sections: each.sections.toSpliced(index, 0, section) }));
					setRemoved(null);
				};
				setRemoved({ name, undo });
			},
		};
	});
	return { editing, removed, forgetRemoved: () => setRemoved(null) };
}

/** Where it was, or in the last section where that one is gone. */
function insertItem(
	content: WriteUpContent,
	item: NonNullable<ReturnType<typeof findItem>>,
	position: NonNullable<ReturnType<typeof positionOfItem>>,
): WriteUpContent {
	const at = content.sections.findIndex(({ id }) => id === position.sectionId);
	const index = at < 0 ? content.sections.length - 1 : at;
	return {
		...content,
		sections: content.sections.map((section, each) =>
			each === index ? { ...section, items: section.items.toSpliced(position.index, 0, item) } : section,
		),
	};
}
