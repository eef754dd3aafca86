import { areKeysOff } from "./keys-setting";

/** Whoever is here types, or chooses from a list by its letters. */
const TYPED_INTO = "input:not([type=checkbox],[type=radio]),textarea,select,[role=menu],[role=listbox]";

/**
 * Listens to the keys of keys.ts on every page, and loads that at the first of them. All keys go through the same promise,
 * so that none is lost meanwhile and each comes in its turn. Returns what ends it.
 */
export function listenForKeys(): () => void {
	const listen = (event: KeyboardEvent) => {
		const { key, target } = event;
		if (
			/^[jkmwxusno/?]$/i.test(key) &&
			!(event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) &&
			!(target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPED_INTO))) &&
			!document.querySelector(":modal,[role=dialog],[role=alertdialog]") &&
			!areKeysOff()
		) {
			// Now, or the browser looks for what is typed next.
			event.preventDefault();
			void import("./keys").then(({ pressKey }) => pressKey(event));
		}
	};
	document.addEventListener("keydown", listen);
	return () => document.removeEventListener("keydown", listen);
}
