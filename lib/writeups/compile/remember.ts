/** Characters that one function remembers. */
const MAX_CHARACTERS = 4_000_000;

/**
 * A function that remembers what it made of the texts it was last given, so that a write-up whose one text changes is
 * compiled by making that one anew.
 */
export function remembering<Rest extends readonly (string | number | boolean)[], Made>(
	make: (text: string, ...rest: Rest) => Made,
): (text: string, ...rest: Rest) => Made {
	let recent = new Map<string, Made>();
	let older = new Map<string, Made>();
	let characters = 0;
	return (text, ...rest) => {
		const key = `${rest.join("\0")}\0${text}`;
		const found = recent.get(key) ?? older.get(key);
		const made = found ?? make(text, ...rest);
		if (!recent.has(key)) characters += key.length;
		if (characters > MAX_CHARACTERS / 2) {
			older = recent;
			recent = new Map();
			characters = key.length;
		}
		recent.set(key, made);
		return made;
	};
}
