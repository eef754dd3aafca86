"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { onceSettled, onSettled } from "@/components/visitor/visitor-store";
import { marksText } from "./marks-text";

type Props = {
	/** What `marksText` makes of the marks that are shown. */
	marks: string;
	/** Whether what is pressed on the page changes nothing that the server made of it. */
	once?: boolean;
};

/** Has a page made once more that was made of other marks than the visitor's by now: its counts are of those. */
export function WatchlistRefresh({ marks, once = false }: Props) {
	const router = useRouter();
	const shown = useRef(marks);

	useEffect(() => {
		shown.current = marks;
	}, [marks]);

	useEffect(
		() =>
			(once ? onceSettled : onSettled)((kept) => {
				const now = marksText(kept);
				if (now === shown.current) return;
				// Asked for: were the server to say otherwise, asking again would not help.
				shown.current = now;
				router.refresh();
			}),
		[router, once],
	);
	return null;
}
