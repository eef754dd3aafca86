import { useSyncExternalStore } from "react";

export const VIEWS = ["write", "preview", "beside"] as const;

/** How a note's Markdown is shown: as it is written, as it will look, or both. */
export type View = (typeof VIEWS)[number];

const STORAGE_KEY = "talkshelf.note-view";
const listeners = new Set<() => void>();
let chosen: View | undefined;

/** The view that this browser remembers, and how to choose another. */
export function useView(): readonly [View, (view: View) => void] {
	return [useSyncExternalStore(subscribe, currentView, () => "write"), chooseView];
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function currentView(): View {
	chosen ??= readView();
	return chosen;
}

function chooseView(view: View): void {
	chosen = view;
	try {
		localStorage.setItem(STORAGE_KEY, view);
	} catch {
		// It holds until the page is left.
	}
	for (const listener of listeners) listener();
}

function readView(): View {
	try {
		// A page opens to be written on: what is remembered is whether the preview stands beside.
		return localStorage.getItem(STORAGE_KEY) === "beside" ? "beside" : "write";
	} catch {
		return "write";
	}
}
