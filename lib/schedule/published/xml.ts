import { clean } from "./clean";

/** An element of XML with a text, and attributes. What XML cannot hold is left out. */
export function element(name: string, content: string, given: Readonly<Record<string, string>> = {}): string {
	return `<${name}${attributes(given)}>${escaped(content)}</${name}>`;
}

/** Attributes of XML, with a space before each. */
export function attributes(given: Readonly<Record<string, string>>): string {
	return Object.entries(given)
		.map(([name, value]) => ` ${name}="${escaped(value)}"`)
		.join("");
}

/** A text as it stands in XML or HTML, in an element or in double quotes. */
export function escaped(text: string): string {
	return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
