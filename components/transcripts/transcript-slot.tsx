"use client";

import { lazy, Suspense } from "react";

const Transcript = lazy(() => import("./transcript").then(({ Transcript }) => ({ default: Transcript })));

/** What is said in the talk, once its script is there. */
export function TranscriptSlot(props: { talkId: number; language: string }) {
	return (
		<Suspense>
			<Transcript {...props} />
		</Suspense>
	);
}
