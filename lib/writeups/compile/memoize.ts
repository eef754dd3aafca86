/** Characters that one function remembers. */
const MAX_CHARACTERS = 4_000_000;

/**
 * A function that remembers what it made of the texts it was last given, so that a write-up whose one text changes is
 * compiled by making that one anew.
 */
export function memoize<Rest extends readonly (string | number | boolean)[], Result>(
	compute: (text: string, ...rest: Rest) => Result,
): (text: string, ...rest: Rest) => Result {
	let recent = new Map<string, Result>();
	let older = new Map<string, Result>();
	let characters = 0;
	return (text, ...rest) => {
		const key = `${rest.join("\0")}\0${text}`;
		const found = recent.get(key) ?? older.get(key);
		const result = found ?? compute(text, ...rest);
		if (!recent.has(key)) characters += key.length;
		if (characters > MAX_CHARACTERS / 2) {
			older = recent;
			recent = new Map();
			characters = key.length;
		}
		recent.set(key, result);
		return result;
	};
}
