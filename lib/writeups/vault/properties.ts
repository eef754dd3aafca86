/** A property's value; what is empty is left out. A `plain` one is a date or a number, which quotes would make text. */
type Value = string | readonly string[] | { readonly plain: string } | null;

/**
 * Properties at the top of a note, as YAML 1.2: texts always in double quotes and on one line, so that no reader takes
 * them for anything else. Empty where there are none.
 */
export function writeProperties(properties: Readonly<Record<string, Value>>): string {
	const lines = Object.entries(properties).flatMap(([name, value]) => toLines(name, value));
	return lines.length > 0 ? `---\n${lines.join("\n")}\n---\n` : "";
}

function toLines(name: string, value: Value): string[] {
	if (value === null || value === "") return [];
	if (typeof value === "string") return [`${name}: ${quote(value)}`];
	if ("plain" in value) return [`${name}: ${value.plain}`];
	return value.length === 0 ? [] : [`${name}:`, ...value.map((each) => `  - ${quote(each)}`)];
}

// JSON is YAML, but for what YAML says cannot be printed: https://yaml.org/spec/1.2.2/#51-character-set
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function quote(text: string): string {
	return JSON.stringify(text).replace(
		UNPRINTABLE,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
