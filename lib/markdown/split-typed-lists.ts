import type { Element, ElementContent } from "hast";

type Line = {
	/** What separates it from the line before. */
	readonly before: ElementContent | null;
	readonly nodes: readonly ElementContent[];
	readonly marker: string | null;
};

/** "[1] https://…": the list of what a text refers to, whose numbers have to stay as they are. */
const REFERENCE = /^\s*\[\^?\d{1,3}\]/;
const MARKER = /^\s*([*+•‣◦▪●–—-]|\d{1,3}[.)])\s+(?=\S|$)/u;

/**
 * A paragraph whose author typed a list into it, a line an item ("* one", "2) two"), as paragraphs and lists. FOSDEM's
 * texts hold a hundred of them: they lacked the empty line that would have made a list of them. One such line alone is
 * taken for a dash. References ("[1] …") keep a line each.
 */
export function splitTypedLists(paragraph: Element): Element[] {
	const lines = splitLines(paragraph.children);
	const isTyped = lines.filter(({ marker }) => marker !== null).length >= 2;
	if (!isTyped && !lines.slice(1).some(isReference)) return [paragraph];

	const blocks: Element[] = [];
	for (const line of lines) {
		const last = blocks.at(-1);
		if (isTyped && line.marker !== null) {
			const tagName = /\d/.test(line.marker) ? "ol" : "ul";
			const list = last?.tagName === tagName ? last : element(tagName, [], toStartProperty(line.marker));
			if (list !== last) blocks.push(list);
			list.children.push(element("li", withoutMarker(line.nodes)));
		} else if (last && last.tagName !== "p" && isIndented(line.nodes)) {
			const item = last.children.at(-1) as Element;
			item.children.push(text("\n"), ...line.nodes);
		} else if (last?.tagName === "p") {
			const before = isReference(line) ? element("br", []) : (line.before ?? text("\n"));
			last.children.push(before, ...line.nodes);
		} else {
			blocks.push(element("p", [...line.nodes]));
		}
	}
	return blocks;
}

function splitLines(nodes: readonly ElementContent[]): Line[] {
	const lines: { before: ElementContent | null; nodes: ElementContent[] }[] = [{ before: null, nodes: [] }];
	for (const node of nodes) {
		if (node.type === "element" && node.tagName === "br") {
			lines.push({ before: node, nodes: [] });
		} else if (node.type === "text") {
			node.value.split("\n").forEach((value, index) => {
				// The newline after a <br> is the same break.
				if (index > 0 && !isBare(lines.at(-1))) lines.push({ before: text("\n"), nodes: [] });
				if (value !== "") lines.at(-1)?.nodes.push(text(value));
			});
		} else {
			lines.at(-1)?.nodes.push(node);
		}
	}
	return lines.map((line) => ({ ...line, marker: findMarker(line.nodes) }));
}

const isBare = (line: { readonly before: ElementContent | null; readonly nodes: readonly unknown[] } | undefined) =>
	line?.before?.type === "element" && line.nodes.length === 0;

const isReference = ({ nodes: [first] }: Line) => first?.type === "text" && REFERENCE.test(first.value);

function findMarker([first]: readonly ElementContent[]): string | null {
	return first?.type === "text" ? (MARKER.exec(first.value)?.[1] ?? null) : null;
}

function withoutMarker([first, ...rest]: readonly ElementContent[]): ElementContent[] {
	return first?.type === "text" ? [text(first.value.replace(MARKER, "")), ...rest] : rest;
}

const isIndented = ([first]: readonly ElementContent[]) => first?.type === "text" && /^(?: {2}|\t)/.test(first.value);

const toStartProperty = (marker: string) => (/\d/.test(marker) ? { start: Number.parseInt(marker, 10) } : {});

function element(tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element {
	return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
	return { type: "text", value };
}
