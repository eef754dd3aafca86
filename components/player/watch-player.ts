import type { Player } from "./player-context";

/** What really plays: the page's own video, or another site's in a frame. */
export type Backend = Omit<Player, "subscribe"> & {
	/** Seconds; null where it is not known. */
	readonly duration: () => number | null;
	readonly play: () => void;
	readonly pause: () => void;
	/** Absent where the speed cannot be set from here. */
	readonly setSpeed?: (speed: number) => void;
	/** What can be shown over the whole screen. */
	readonly element: HTMLElement;
};

/** The page's player while what plays comes and goes: a place that is asked for meanwhile is gone to later. */
export class WatchPlayer implements Player {
	readonly #listeners = new Set<() => void>();
	#backend: Backend | null = null;
	#wanted: number | null = null;
	#hasPlayed = false;

	/** Plays through this from now on. Returns what ends it. */
	attach(backend: Backend): () => void {
		this.#backend = backend;
		if (this.#wanted !== null) this.seek(this.#wanted);
		this.notify();
		return () => {
			if (this.#backend !== backend) return;
			this.#backend = null;
			this.notify();
		};
	}

	/** Something else plays next, from its beginning. */
	restart(): void {
		this.#wanted = null;
	}

	/** Where to begin; null where nobody asked for a place. */
	get wanted(): number | null {
		return this.#wanted;
	}

	get backend(): Backend | null {
		return this.#backend;
	}

	/** Whether anything played since the page was opened. */
	get hasPlayed(): boolean {
		return this.#hasPlayed;
	}

	readonly currentTime = (): number | null => (this.#backend ? this.#backend.currentTime() : this.#wanted);

	readonly duration = (): number | null => this.#backend?.duration() ?? null;

	readonly isPlaying = (): boolean => this.#backend?.isPlaying() ?? false;

	readonly seek = (seconds: number): void => {
		const end = this.duration();
		const time = Math.max(0, end === null ? seconds : Math.min(seconds, end));
		this.#wanted = time;
		this.#backend?.seek(time);
		this.notify();
	};

	/** Back with less than 0. */
	skip(seconds: number): void {
		const now = this.currentTime();
		if (now !== null) this.seek(now + seconds);
	}

	playOrPause(): void {
		if (this.isPlaying()) this.#backend?.pause();
		else this.#backend?.play();
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Backends call it when the place or the playing changed. */
	readonly notify = (): void => {
		if (this.isPlaying()) this.#hasPlayed = true;
		for (const listener of this.#listeners) listener();
	};
}
