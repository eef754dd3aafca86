import type { Definition, FootnoteDefinition, Heading, List, Nodes, Paragraph, Root, RootContent } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { SKIP, visitParents } from "unist-util-visit-parents";

// What has to be changed in a text's tree so that it says in a file what it says alone. All of these change the tree.

/** New names of a text's footnotes, by their identifiers. */
export type FootnoteNames = ReadonlyMap<string, string>;

/**
 * Names for the footnotes that a text defines, none of them `taken`, to which they are added. Where `prefix` is null they
 * keep their own names as far as they can, else the nth is `prefix-n`.
 */
export function nameFootnotes(root: Root, prefix: string | null, taken: Set<string>): FootnoteNames {
	const identifiers = new Set<string>();
	visitParents(root, "footnoteDefinition", ({ identifier }) => void identifiers.add(identifier));
	const names = new Map<string, string>();
	let base = prefix ?? "note";
	const isTaken = () => [...identifiers].some((_, index) => taken.has(`${base}-${index + 1}`));
	for (let n = 2; isTaken(); n++) base = `${prefix ?? "note"}-${n}`;
	for (const identifier of identifiers) {
		const isOwn = prefix === null && /^[a-z0-9][a-z0-9_-]*$/.test(identifier);
		const wanted = isOwn ? identifier : `${base}-${names.size + 1}`;
		let name = wanted;
		for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
		taken.add(name);
		names.set(identifier, name);
	}
	return names;
}

export function renameFootnotes(root: Root, names: FootnoteNames): void {
	visitParents(root, (node) => {
		if (node.type !== "footnoteDefinition" && node.type !== "footnoteReference") return;
		const name = names.get(node.identifier);
		if (name === undefined) return;
		node.identifier = name;
		node.label = name;
	});
}

/** Puts every footnote right below the block that first refers to it, so that texts can be parted at their headings. */
export function reorderFootnotes(root: Root): void {
	const notes = new Map<string, FootnoteDefinition>();
	for (const node of root.children)
		if (node.type === "footnoteDefinition" && !notes.has(node.identifier)) notes.set(node.identifier, node);
	if (notes.size === 0) return;
	const referred = new Set(root.children.flatMap((node) => (isNote(node) ? [] : referencesIn(node))));
	for (const name of referred) {
		const note = notes.get(name);
		if (note) for (const next of referencesIn(note)) referred.add(next);
	}
	const ordered = new Set<RootContent>();
	const put = (node: RootContent) => {
		if (ordered.has(node)) return;
		ordered.add(node);
		for (const name of referencesIn(node)) {
			const note = notes.get(name);
			if (note) put(note);
		}
	};
	for (const node of root.children)
		if (!isNote(node) || notes.get(node.identifier) !== node || !referred.has(node.identifier)) put(node);
	root.children = [...ordered];
}

const isNote = (node: RootContent): node is FootnoteDefinition => node.type === "footnoteDefinition";

function referencesIn(node: RootContent): string[] {
	const found: string[] = [];
	visitParents(node, "footnoteReference", ({ identifier }: { identifier: string }) => void found.push(identifier));
	return found;
}

/**
 * Puts what the definitions say in the place of the references to them, so that no other text's references find them.
 * A definition that nothing refers to becomes text.
 */
export function resolveReferences(root: Root): void {
	const definitions = new Map<string, Definition>();
	visitParents(root, "definition", (definition) => {
		if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
	});
	if (definitions.size === 0) return;
	const used = new Set<Definition>();
	visitParents(root, (node, ancestors) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const definition = definitions.get(node.identifier);
		const parent = ancestors.at(-1);
		if (!definition || !parent) return;
		used.add(definition);
		const { url, title } = definition;
		const index = (parent.children as unknown[]).indexOf(node);
		parent.children[index] =
			node.type === "linkReference"
				? { type: "link", url, title, children: node.children }
				: { type: "image", url, title, alt: node.alt };
		return index;
	});
	visitParents(root, "definition", (definition, ancestors) => {
		const siblings = (ancestors.at(-1) as Root).children;
		const index = siblings.indexOf(definition);
		siblings.splice(index, 1, ...(used.has(definition) ? [] : [asText(definition)]));
		return [SKIP, index];
	});
}

/** A definition as its author typed it, with links where readers make links of addresses. */
function asText({ label, identifier, url, title }: Definition): Paragraph {
	const text = (value: string) => ({ type: "text" as const, value });
	const isAddress = /^https?:\/\/./i.test(url);
	const paragraph: Paragraph = {
		type: "paragraph",
		children: [
			text(`[${label ?? identifier}]: `),
			isAddress ? { type: "link", url, children: [text(url)] } : text(url),
			text(title ? ` "${title}"` : ""),
		],
	};
	const root: Root = { type: "root", children: [paragraph] };
	for (const transform of LINK_MAKERS) transform(root);
	return paragraph;
}

const LINK_MAKERS = gfmFromMarkdown().flatMap(({ transforms }) => transforms ?? []);

/**
 * Moves headings down to `level`, those in lists and quotations to `nestedLevel`, keeping how they relate to each other as
 * far as level 6 allows; each on one line, and none without words.
 */
export function sinkHeadings(root: Root, level: number, nestedLevel: number): void {
	root.children = root.children.filter((node) => node.type !== "heading" || node.children.length > 0);
	const highest = root.children.reduce(
		(least, node) => (node.type === "heading" ? Math.min(least, node.depth) : least),
		6,
	);
	const shift = Math.max(0, level - highest);
	visitParents(root, "heading", (heading, ancestors) => {
		const depth = Math.max(heading.depth + shift, ancestors.length > 1 ? nestedLevel : level);
		heading.depth = Math.min(6, depth) as Heading["depth"];
		putOnOneLine(heading);
	});
}

/** What is indented would go on with a list above it; HTML alone is written with its indentation. */
export function unindentHtml(root: Root): void {
	for (const node of root.children) if (node.type === "html") node.value = node.value.trimStart();
}

/** An underlined heading may have several lines, which one marked with `#` cannot. */
export function putOnOneLine(block: Heading | List): void {
	visitParents(block, (node, ancestors) => {
		if ("value" in node) node.value = joinLines(node.value);
		if ("alt" in node) node.alt = node.alt && joinLines(node.alt);
		if ("title" in node) node.title = node.title && joinLines(node.title);
		if (node.type !== "break") return;
		const siblings: unknown[] = ancestors.at(-1)?.children ?? [];
		siblings.splice(siblings.indexOf(node), 1, { type: "text", value: " " });
	});
}

const joinLines = (text: string) => text.replace(/\s*\n\s*/g, " ");

/**
 * Takes strong text out of strong text, and so on, where it says nothing: with the same signs around both, the inner one's
 * would be read as the outer one's end.
 */
export function unnest(tree: Nodes): void {
	visitParents(tree, ["strong", "emphasis", "delete"], (node, ancestors) => {
		const parent = ancestors.at(-1);
		if (!parent || !("children" in node) || !ancestors.some(({ type }) => type === node.type)) return;
		const siblings: unknown[] = parent.children;
		const index = siblings.indexOf(node);
		siblings.splice(index, 1, ...node.children);
		return [SKIP, index];
	});
}
