/** What keys do on a page that is about one talk after another, instead of what they do everywhere. */
export type PageShortcuts = {
	/** By key, in lower case. */
	readonly actions: Readonly<Record<string, () => void>>;
	/** What the list of keys says of them. */
	readonly labels: readonly (readonly [key: string, does: string])[];
};

let current: PageShortcuts | null = null;

/** Gives the page keys of its own until the returned function is called. */
export function registerPageShortcuts(keys: PageShortcuts): () => void {
	current = keys;
	return () => {
		if (current === keys) current = null;
	};
}

export function currentPageShortcuts(): PageShortcuts | null {
	return current;
}
