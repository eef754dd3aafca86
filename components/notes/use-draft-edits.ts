import { useLayoutEffect, useRef, useState } from "react";
import type { Draft } from "./draft";

/** Changes the draft by what an edit makes of it, and gives the result. */
export type ApplyEdit = (edit: (draft: Draft) => Draft) => Draft;

/**
 * Applies edits to the latest draft: each to what the one before has made, though the page shows neither yet. The function
 * stays the same, so that what is given it is not drawn again with every key.
 */
export function useDraftEdits(draft: Draft, change: (draft: Draft, from: Draft) => void): ApplyEdit {
	const latest = useRef({ draft, change });
	useLayoutEffect(() => {
		latest.current = { draft, change };
	});
	const [apply] = useState(() => (edit: (draft: Draft) => Draft) => {
		const { draft, change } = latest.current;
		const edited = edit(draft);
		if (edited === draft) return draft;
		latest.current = { draft: edited, change };
		change(edited, draft);
		return edited;
	});
	return apply;
}
