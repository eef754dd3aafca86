"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { onceSettled } from "@/components/visitor/visitor-store";
import type { MarkStatus } from "@/lib/watchlist/types";

type Props = { marks: readonly (readonly [talkId: number, status: MarkStatus])[] };

/** Has a watchlist made once more that was made while presses were on their way to the server. */
export function WatchlistRefresh({ marks }: Props) {
	const router = useRouter();
	const shown = useRef(marks);

	// Once: what is pressed on the watchlist itself stays where it is until the next visit.
	useEffect(
		() =>
			onceSettled((kept) => {
				const isSame = ([talkId, status]: Props["marks"][number]) => kept.get(talkId) === status;
				if (kept.size !== shown.current.length || !shown.current.every(isSame)) router.refresh();
			}),
		[router],
	);
	return null;
}
