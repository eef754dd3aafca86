import { undoLast } from "@/components/visitor/visitor-store";

/** Takes back something other than marks, and says in a sentence what came of it. */
type Undo = () => Promise<string>;

let latest: Undo | null = null;

/** Lets `undo` be what is undone next, until a mark is pressed. Returns what takes the offer back. */
export function offerUndo(undo: Undo): () => void {
	const withdraw = () => {
		if (latest === undo) latest = null;
		document.removeEventListener("click", forgetAtMark);
	};
	const forgetAtMark = ({ target }: MouseEvent) => {
		if (target instanceof Element && target.closest(".marks")) withdraw();
	};
	latest = undo;
	document.addEventListener("click", forgetAtMark);
	return withdraw;
}

/** Undoes what was done last, many talks at once where they were changed at once. */
export async function undoLatest(): Promise<string> {
	if (latest) {
		const undo = latest;
		latest = null;
		return undo();
	}
	const count = undoLast();
	if (count === 0) return "There is nothing to undo.";
	return count === 1 ? "Undone: 1 talk is as it was." : `Undone: ${count} talks are as they were.`;
}
