"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { onceSettled } from "@/components/visitor/visitor-store";
import { marksText } from "./marks-text";

/** What `marksText` makes of the marks that are shown. */
type Props = { marks: string };

/** Has a watchlist made once more that was made while presses were on their way to the server. */
export function WatchlistRefresh({ marks }: Props) {
	const router = useRouter();
	const shown = useRef(marks);

	// Once: what is pressed on the watchlist itself stays where it is until the next visit.
	useEffect(
		() =>
			onceSettled((kept) => {
				if (marksText(kept) !== shown.current) router.refresh();
			}),
		[router],
	);
	return null;
}
