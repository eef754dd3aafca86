/** What keys do on a page that is about one talk after another, instead of what they do everywhere. */
export type PageKeys = {
	/** By key, in lower case. */
	readonly deeds: Readonly<Record<string, () => void>>;
	/** What the list of keys says of them. */
	readonly words: readonly (readonly [key: string, does: string])[];
};

let current: PageKeys | null = null;

/** Gives the page keys of its own until the returned function is called. */
export function givePageKeys(keys: PageKeys): () => void {
	current = keys;
	return () => {
		if (current === keys) current = null;
	};
}

export function pageKeys(): PageKeys | null {
	return current;
}
