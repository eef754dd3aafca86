"use client";

import { type ReactNode, useEffect, useState } from "react";
import { whenSynced } from "@/components/visitor/visitor-store";

/**
 * Where a page that is the same for everyone asks a visitor with must-see talks of a conference what became of them. It stands
 * last, and sticks to the bottom: it is known late, and moves nothing that is being read.
 */
export function MissedOfferSlot({ conference }: { conference: string }) {
	const [content, setContent] = useState<ReactNode>();
	useEffect(() => {
		let isGone = false;
		async function show() {
			const { fetchOffer, MissedOffer } = await import("./missed-offer");
			const offer = await fetchOffer(conference);
			if (offer && !isGone) setContent(<MissedOffer offer={offer} />);
		}
		const stop = whenSynced((marks) => {
			if ([...marks.values()].includes("MUST_SEE")) void show();
		});
		return () => {
			isGone = true;
			stop();
		};
	}, [conference]);
	return content && <div className="sticky bottom-2 z-20 rounded-card shadow-lg empty:hidden">{content}</div>;
}
