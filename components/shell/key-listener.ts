import { areShortcutsOff } from "@/components/keyboard/shortcuts-setting";

/** Whoever is here types, or chooses from a list by its letters. */
const TYPED_INTO = "input:not([type=checkbox],[type=radio]),textarea,select,[role=menu],[role=listbox]";

/**
 * Listens to Ctrl or ⌘ and K and to the keys of keys.ts on every page, and loads what they need at the first of them.
 * All keys go through the same promise, so that none is lost meanwhile and each comes in its turn. Returns what ends it.
 */
export function listenForKeys(): () => void {
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
