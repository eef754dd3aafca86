import type { Cue } from "./types";

/** The place among cues, in order of time, of the one that was said last at a moment; -1 before the first. */
export function findCueIndex(cues: readonly Pick<Cue, "start">[], seconds: number): number {
	let [from, to] = [0, cues.length];
	while (from < to) {
		const middle = Math.floor((from + to) / 2);
		if ((cues[middle]?.start ?? 0) <= seconds) from = middle + 1;
		else to = middle;
	}
	return from - 1;
}
