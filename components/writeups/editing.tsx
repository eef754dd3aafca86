"use client";

import { createContext, useContext } from "react";
import type { WriteUpContent } from "@/lib/writeups/types";
import type { ItemPosition } from "./edits";

/** What the parts of an editor do to the write-up; the same object as long as the editor is there. */
export type Editing = {
	/** As it is now. */
	readonly content: () => WriteUpContent;
	readonly change: (change: (content: WriteUpContent) => WriteUpContent) => void;
	/** Moves, says where to, and keeps the focus on what moved. */
	readonly moveItem: (id: string, position: ItemPosition) => void;
	readonly moveSection: (id: string, index: number) => void;
	/** Removes, and offers to undo it. */
	readonly removeItem: (id: string, name: string) => void;
	readonly removeSection: (id: string, name: string) => void;
	/** Puts the focus on a field once it is there: `data-focus` names it. */
	readonly focus: (name: string) => void;
};

const EditingContext = createContext<Editing | null>(null);

export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
	const editing = useContext(EditingContext);
	if (!editing) throw new Error("There is no editor around this.");
	return editing;
}
