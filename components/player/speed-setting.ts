export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5] as const;

const STORAGE_KEY = "talkshelf.speed";

/** Where the browser keeps nothing, the choice lasts as long as the page. */
let chosen = 1;
const listeners = new Set<() => void>();

/** How fast the visitor wants recordings in this browser; 1 is as they were recorded. */
export function currentSpeed(): number {
	try {
		const saved = Number(localStorage.getItem(STORAGE_KEY) ?? chosen);
		return isSpeed(saved) ? saved : 1;
	} catch {
		return chosen;
	}
}

export function chooseSpeed(speed: number): void {
	if (!isSpeed(speed)) return;
	chosen = speed;
	try {
		localStorage.setItem(STORAGE_KEY, String(speed));
	} catch {
		// Kept above.
	}
	for (const listener of listeners) listener();
}

/** The next speed up (1) or down (-1), or the same at the end. */
export function nextSpeed(speed: number, step: 1 | -1): number {
	const others =
		step === 1 ? SPEEDS.filter((each) => each > speed) : SPEEDS.filter((each) => each < speed).toReversed();
	return others[0] ?? speed;
}

/** Calls back when another speed was chosen. Returns what ends it. */
export function onSpeed(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

const isSpeed = (speed: number) => speed >= 0.25 && speed <= 4;
