import type { Cue } from "./types";

/** Fewer repetitions are somebody who says the same again. */
const FEWEST = 3;

/**
 * Rolling captions, as YouTube makes them, with each line once. In those a cue begins with the last line of the one before it,
 * which is still on the screen; most do, or nothing is changed. Lines are parted by line breaks.
 */
export function withoutRolling(cues: readonly Cue[]): readonly Cue[] {
	const repeating = cues.filter((cue, index) => index > 0 && repeated(cues[index - 1], cue) > 0).length;
	if (repeating < FEWEST || repeating < (cues.length - 1) / 2) return cues;
	const said: Cue[] = [];
	for (const [index, cue] of cues.entries()) {
		const text = linesOf(cue)
			.slice(repeated(cues[index - 1], cue))
			.join("\n");
		const latest = said.at(-1);
		if (text !== "") said.push({ ...cue, text });
		else if (latest) said[said.length - 1] = { ...latest, end: Math.max(latest.end, cue.end) };
	}
	return said;
}

/** How many lines at a cue's beginning are those at the end of the one before it. */
function repeated(before: Cue | undefined, cue: Cue): number {
	if (!before) return 0;
	const [earlier, lines] = [linesOf(before), linesOf(cue)];
	for (let count = Math.min(earlier.length, lines.length, 4); count > 0; count--) {
		if (earlier.slice(-count).join("\n") === lines.slice(0, count).join("\n")) return count;
	}
	return 0;
}

const linesOf = (cue: Cue) => cue.text.split("\n");
