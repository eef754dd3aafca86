import type { Cue } from "./types";

/** Fewer repetitions are somebody who says the same again. */
const MIN_REPETITIONS = 3;

/**
 * Rolling captions, as YouTube makes them, with each line once. In those a cue begins with the last line of the one before it,
 * which is still on the screen; most do, or nothing is changed. Lines are parted by line breaks.
 */
export function mergeRollingCues(cues: readonly Cue[]): readonly Cue[] {
	const repeating = cues.filter((cue, index) => index > 0 && countRepeatedLines(cues[index - 1], cue) > 0).length;
	if (repeating < MIN_REPETITIONS || repeating < (cues.length - 1) / 2) return cues;
	const merged: Cue[] = [];
	for (const [index, cue] of cues.entries()) {
		const text = splitLines(cue)
			.slice(countRepeatedLines(cues[index - 1], cue))
			.join("\n");
		const latest = merged.at(-1);
		if (text !== "") merged.push({ ...cue, text });
		else if (latest) merged[merged.length - 1] = { ...latest, end: Math.max(latest.end, cue.end) };
	}
	return merged;
}

/** How many lines at a cue's beginning are those at the end of the one before it. */
function countRepeatedLines(before: Cue | undefined, cue: Cue): number {
	if (!before) return 0;
	const [earlier, lines] = [splitLines(before), splitLines(cue)];
	for (let count = Math.min(earlier.length, lines.length, 4); count > 0; count--) {
		if (earlier.slice(-count).join("\n") === lines.slice(0, count).join("\n")) return count;
	}
	return 0;
}

const splitLines = (cue: Cue) => cue.text.split("\n");
