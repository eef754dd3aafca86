"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useTransition } from "react";

/** A pointer that moves on sooner is on its way elsewhere. */
const POINTING_MS = 80;

/**
 * Makes plain links and plain forms (`method="get"`) of this site go to pages without loading a document, and fetches a
 * page when its link is pointed at. Once for the whole document: `next/link` is a component to hydrate for each link, and
 * a day of talks has 2,000 of them. See docs/decisions/004-plain-links.md.
 */
export function ClientNavigation() {
	const router = useRouter();
	const pathname = usePathname();
	const [isGoing, startGoing] = useTransition();

	// Read by globals.css: a page that takes its time says that it is on its way.
	useEffect(() => {
		document.documentElement.toggleAttribute("data-going", isGoing);
	}, [isGoing]);

	useEffect(() => {
		for (const link of document.querySelectorAll<HTMLAnchorElement>("header nav > a.nav-link")) {
			if (link.pathname === pathname) link.ariaCurrent = "page";
			else if (pathname.startsWith(`${link.pathname}/`)) link.ariaCurrent = "true";
			else link.ariaCurrent = null;
		}
	}, [pathname]);

	useEffect(() => {
		const controller = new AbortController();
		const listen = <Type extends keyof DocumentEventMap>(type: Type, on: (event: DocumentEventMap[Type]) => void) =>
			document.addEventListener(type, on, { signal: controller.signal });

		let pause: ReturnType<typeof setTimeout> | undefined;
		const fetchAhead = (event: Event) => {
			clearTimeout(pause);
			const path = linkedPath(event);
			if (path) pause = setTimeout(() => router.prefetch(path), POINTING_MS);
		};
		listen("pointerover", fetchAhead);
		listen("focusin", fetchAhead);

		listen("click", (event) => {
			const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
			const path = isPlain && !event.defaultPrevented && linkedPath(event);
			if (!path) return;
			event.preventDefault();
			leavePopover();
			startGoing(() => router.push(path));
		});

		listen("submit", (event) => {
			const path = !event.defaultPrevented && submittedPath(event);
			if (!path) return;
			event.preventDefault();
			leavePopover();
			startGoing(() => router.push(path));
		});

		return () => {
			clearTimeout(pause);
			controller.abort();
		};
	}, [router]);

	return null;
}

/** A menu or a sheet that leads elsewhere has done its work. */
function leavePopover(): void {
	document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
}

/**
 * The way to the conference of the page that is shown, for what does not know which that is. It stands here because every
 * page loads this file already.
 */
export function ConferenceLink({ children }: { children: ReactNode }) {
	// As it stands in the address, encoded.
	const conference = usePathname().split("/")[2];
	return (
		<a className="button" href={`/conferences/${conference}`}>
			{children}
		</a>
	);
}

/** The path of a page of ours that a link leads to; null for everything else. */
function linkedPath(event: Event): string | null {
	const link = event.target instanceof Element ? event.target.closest("a") : null;
	if (!link?.href || link.target || link.hasAttribute("download") || link.origin !== window.location.origin)
		return null;
	const path = link.pathname + link.search;
	// A place on this very page is the browser's own matter.
	if (link.hash && path === window.location.pathname + window.location.search) return null;
	return path + link.hash;
}

/** The path that a form leads to, without the fields that were left empty. */
function submittedPath(event: SubmitEvent): string | null {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || form.getAttribute("method") !== "get") return null;
	const fields = [...new FormData(form, event.submitter)];
	const filled = fields.filter((field): field is [string, string] => typeof field[1] === "string" && field[1] !== "");
	const params = new URLSearchParams(filled);
	const { pathname } = new URL(form.action);
	return params.size > 0 ? `${pathname}?${params}` : pathname;
}
