"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { WatchPlayer } from "./watch-player";

/** Goes to the moment that the page's address names, `?t=754`, in seconds; another text is none. */
export function MomentOfAddress({ player }: { player: WatchPlayer }) {
	const text = useSearchParams().get("t") ?? "";
	useEffect(() => {
		if (/^\d{1,6}$/.test(text)) player.seek(Number(text));
	}, [text, player]);
	return null;
}
