"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/**
 * Makes plain links below it go to pages without loading a document, and fetches a page when its link is pointed at.
 * For long lists: `next/link` is a component to hydrate for each link, and a day of talks has 2,000 of them.
 */
export function ClientLinks({ children, className }: { children: ReactNode; className?: string }) {
	const router = useRouter();

	function ownPath(event: MouseEvent): Route | null {
		const link = event.target instanceof Element ? event.target.closest("a") : null;
		if (!link || link.origin !== window.location.origin || link.target || link.hasAttribute("download")) return null;
		return `${link.pathname}${link.search}${link.hash}` as Route;
	}

	function follow(event: MouseEvent) {
		const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
		const path = isPlain && !event.defaultPrevented && ownPath(event);
		if (!path) return;
		event.preventDefault();
		router.push(path);
	}

	function fetchAhead(event: MouseEvent) {
		const path = ownPath(event);
		if (path) router.prefetch(path);
	}

	return (
		// The links inside are what is pressed, by keyboard too; this element only listens.
		// biome-ignore lint/a11y/noStaticElementInteractions: see above
		// biome-ignore lint/a11y/useKeyWithClickEvents: see above
		// biome-ignore lint/a11y/useKeyWithMouseEvents: see above
		<div className={className} onClick={follow} onMouseOver={fetchAhead}>
			{children}
		</div>
	);
}
