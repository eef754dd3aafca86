"use client";

import { createContext, useContext } from "react";

/** What plays the recording on a page, whatever it is. */
export type Player = {
	/** Seconds from the beginning; null where the player does not tell. */
	readonly currentTime: () => number | null;
	readonly seek: (seconds: number) => void;
	readonly isPlaying: () => boolean;
	/** Calls back several times a second while playing, and when the place or the playing changed. Returns what ends it. */
	readonly subscribe: (listener: () => void) => () => void;
};

/** Null on pages without one. */
export const PlayerContext = createContext<Player | null>(null);

export function usePlayer(): Player | null {
	return useContext(PlayerContext);
}
