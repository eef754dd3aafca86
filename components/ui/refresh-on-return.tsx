"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Renderings that were shown already. */
const seen = new Set<number>();

/** Has the page made once more where the browser goes back to it: what one did meanwhile is what one came for. */
export function RefreshOnReturn({ madeAt }: { madeAt: number }) {
	const router = useRouter();
	useEffect(() => {
		if (seen.has(madeAt)) router.refresh();
		seen.add(madeAt);
	}, [router, madeAt]);
	return null;
}
