"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { WatchPlayer } from "./watch-player";

type SeekToUrlTimeProps = {
	player: WatchPlayer;
	/** The player was brought there, whatever else was said of its place. */
	onFound: () => void;
};

/** Goes to the moment that the page's address names, `?t=754`, in seconds; another text is none. */
export function SeekToUrlTime({ player, onFound }: SeekToUrlTimeProps) {
	const text = useSearchParams().get("t") ?? "";
	useEffect(() => {
		if (!/^\d{1,6}$/.test(text)) return;
		player.seek(Number(text));
		onFound();
	}, [text, player, onFound]);
	return null;
}
