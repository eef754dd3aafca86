/**
 * A function that remembers what it made of the texts it was last given, at most `most` of them, so that a write-up whose
 * one text changes is compiled by making that one anew.
 */
export function remembering<Rest extends readonly (string | number | boolean)[], Made>(
	make: (text: string, ...rest: Rest) => Made,
	most = 5_000,
): (text: string, ...rest: Rest) => Made {
	let recent = new Map<string, Made>();
	let older = new Map<string, Made>();
	return (text, ...rest) => {
		const key = `${rest.join("\0")}\0${text}`;
		const found = recent.get(key) ?? older.get(key);
		const made = found ?? make(text, ...rest);
		if (recent.size >= most / 2) {
			older = recent;
			recent = new Map();
		}
		recent.set(key, made);
		return made;
	};
}
