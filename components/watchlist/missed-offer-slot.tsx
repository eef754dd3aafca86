"use client";

import { type ReactNode, useEffect, useState } from "react";
import { onceSettled } from "@/components/visitor/visitor-store";

/**
 * Where a page that is the same for everyone asks a visitor with must-see talks of a conference what became of them. It stands
 * last, and sticks to the bottom: it is known late, and moves nothing that is being read.
 */
export function MissedOfferSlot({ conference }: { conference: string }) {
	const [shown, setShown] = useState<ReactNode>();
	useEffect(() => {
		let isGone = false;
		async function show() {
			const { askForOffer, MissedOffer } = await import("./missed-offer");
			const offer = await askForOffer(conference);
			if (offer && !isGone) setShown(<MissedOffer offer={offer} />);
		}
		const stop = onceSettled((marks) => {
			if ([...marks.values()].includes("MUST_SEE")) void show();
		});
		return () => {
			isGone = true;
			stop();
		};
	}, [conference]);
	return shown && <div className="sticky bottom-2 z-20 rounded-card shadow-lg empty:hidden">{shown}</div>;
}
