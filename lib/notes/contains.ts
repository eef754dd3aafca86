const WORD = /[\p{L}\p{N}]/u;

/** Whether a text says all that another one does: begins with it, or has it between words. */
export function contains(whole: string, part: string): boolean {
	if (whole.startsWith(part)) return true;
	for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
		if (!WORD.test(whole.charAt(at - 1)) && !WORD.test(whole.charAt(at + part.length))) return true;
	}
	return false;
}

/**
 * Of two texts that were both made of `base` by adding to it, the one that has all that the other one added; null where
 * neither does, or something was taken away, which the other one would bring back.
 */
export function findSuperset(base: string, mine: string, theirs: string): "mine" | "theirs" | null {
	if (!contains(mine, base) || !contains(theirs, base)) return null;
	if (contains(mine, theirs)) return "mine";
	return contains(theirs, mine) ? "theirs" : null;
}
