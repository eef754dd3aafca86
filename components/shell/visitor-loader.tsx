"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { areShortcutsOff } from "@/components/keyboard/shortcuts-setting";
import { hasDraft } from "@/components/notes/draft-keys";
import { useStuckMarks } from "@/components/visitor/use-visitor";
import { showVisitorAt } from "@/components/visitor/visitor-store";

/** Brings the visitor's marks to whichever page is shown, and says when some could not be sent. */
export function VisitorLoader() {
	const pathname = usePathname();
	useEffect(() => {
		showVisitorAt(pathname);
		if (!hasDraft()) return;
		void import("@/components/notes/send-drafts").then(({ sendDrafts }) => sendDrafts());
	}, [pathname]);
	useEffect(listenForKeys, []);
	useEffect(listenForMenus, []);
	useEffect(registerServiceWorker, []);
	const { count, reason } = useStuckMarks();
	return (
		<div role="status" className="toast border-problem">
			{count > 0 && `${count === 1 ? "1 mark waits" : `${count} marks wait`} to be saved. ${reason}`.trim()}
		</div>
	);
}

/** Opens what the header's buttons lead to, and loads it then. Returns what ends it. */
function listenForMenus(): () => void {
	const controller = new AbortController();
	const { signal } = controller;
	if (document.documentElement.dataset.theme) void import("./theme-colour").then((each) => each.showThemeColour());
	document.addEventListener(
		"click",
		({ target }) => {
			if (target instanceof Element && target.closest("[data-opens=palette]"))
				void import("@/components/palette/palette").then(({ openPalette }) => openPalette());
		},
		{ signal },
	);
	// It does not bubble.
	document.addEventListener(
		"toggle",
		({ target }) => {
			const container = target instanceof Element && target.querySelector<HTMLElement>("[data-appearance]");
			if (container) void import("./appearance").then(({ showAppearance }) => showAppearance(container));
		},
		{ signal, capture: true },
	);
	return () => controller.abort();
}

/** Whoever is here types, or chooses from a list by its letters. */
const TYPED_INTO = "input:not([type=checkbox],[type=radio]),textarea,select,[role=menu],[role=listbox]";

/**
 * Listens to Ctrl or ⌘ and K and to the keys of shortcuts.ts on every page, and loads what they need at the first of them.
 * All keys go through the same promise, so that none is lost meanwhile and each comes in its turn. Returns what ends it.
 */
function listenForKeys(): () => void {
	const listen = (event: KeyboardEvent) => {
		const { key, target } = event;
		// Where a text is written, the same keys make a link.
		if (
			key === "k" &&
			(event.ctrlKey || event.metaKey) &&
			!event.shiftKey &&
			!event.altKey &&
			!event.defaultPrevented
		) {
			event.preventDefault();
			void import("@/components/palette/palette").then(({ openPalette }) => openPalette());
		}
		if (
			/^[jkmwxusno/?]$/i.test(key) &&
			!(event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) &&
			!(target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPED_INTO))) &&
			!document.querySelector(":modal,[role=dialog],[role=alertdialog]") &&
			!areShortcutsOff()
		) {
			// Now, or the browser looks for what is typed next.
			event.preventDefault();
			void import("@/components/keyboard/shortcuts").then(({ handleKey }) => handleKey(event));
		}
	};
	document.addEventListener("keydown", listen);
	return () => document.removeEventListener("keydown", listen);
}

/** The page's own requests come first. */
const DELAY_MS = 3000;

/** Has the browser keep the page that is shown without a network; see app/sw.js. Returns what ends the wait. */
function registerServiceWorker(): () => void {
	const timer = setTimeout(() => {
		// Absent where the address is not a secure one.
		if (process.env.NODE_ENV === "production") void navigator.serviceWorker?.register("/sw.js").catch(() => {});
	}, DELAY_MS);
	return () => clearTimeout(timer);
}
