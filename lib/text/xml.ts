import { clean } from "./clean";

/** An element of XML with a text, and attributes. What XML cannot hold is left out. */
export function formatElement(name: string, content: string, values: Readonly<Record<string, string>> = {}): string {
	return `<${name}${formatAttributes(values)}>${escapeXml(content)}</${name}>`;
}

/** Attributes of XML, with a space before each. */
export function formatAttributes(values: Readonly<Record<string, string>>): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
		.join("");
}

/** A text as it stands in XML or HTML, in an element or in double quotes. */
export function escapeXml(text: string): string {
	return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
