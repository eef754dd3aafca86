import type { Conflict } from "@/lib/notes/reconcile";

/** How far a note is saved. */
export type SaveState =
	| { readonly kind: "loading" }
	/** `isOthersKept`: this device keeps something on the same talk that another account wrote. */
	| { readonly kind: "idle"; readonly isOthersKept?: boolean }
	| { readonly kind: "saving" }
	/** When, in milliseconds since 1970, on this device's clock. */
	| { readonly kind: "saved"; readonly at: number }
	/** Not sent yet; it is kept in the browser and tried again. */
	| { readonly kind: "waiting"; readonly reason: string }
	/** The server will not take it as it is. */
	| { readonly kind: "refused"; readonly reason: string }
	/** The same places were changed elsewhere, most likely by the visitor on another device. */
	| { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] }
	/** Whoever wrote this is not signed in any more. */
	| { readonly kind: "ended" };

export const OFFLINE = "Offline — kept on this device";
export const NOT_SAVED = "The server could not save it. Kept on this device, trying again…";
export const NO_STORAGE = "Not saved yet, and this browser keeps nothing: stay until it is saved.";
