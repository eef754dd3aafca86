"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { onSettled, whenSynced } from "@/components/visitor/visitor-store";
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
	const renderedMarks = useRef(marks);

	useEffect(() => {
		renderedMarks.current = marks;
	}, [marks]);

	useEffect(
		() =>
			(once ? whenSynced : onSettled)((savedMarks) => {
				const now = marksText(savedMarks);
				if (now === renderedMarks.current) return;
				// Asked for: were the server to say otherwise, asking again would not help.
				renderedMarks.current = now;
				router.refresh();
			}),
		[router, once],
	);
	return null;
}
