"use client";

import { useSyncExternalStore } from "react";
import type { WatchPlayer } from "./watch-player";

/** What `read` says of the player, which is a plain value, whenever it is another. Before anything plays: `initial`. */
export function usePlayerState<Value extends string | number | boolean | null>(
	player: WatchPlayer,
	read: (player: WatchPlayer) => Value,
	initial: Value,
): Value {
	return useSyncExternalStore(
		player.subscribe,
		() => read(player),
		() => initial,
	);
}

/** Whole seconds; null where the player does not tell. */
export function useSecond(player: WatchPlayer): number | null {
	return usePlayerState(player, secondOf, null);
}

export function secondOf(player: WatchPlayer): number | null {
	const time = player.currentTime();
	return time === null ? null : Math.floor(time);
}
