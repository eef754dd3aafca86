import type { Definition, FootnoteDefinition, Heading, Root, RootContent } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { exceedsLimits, MAX_NODES_OF_FILE } from "@/lib/markdown/limits";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { findUrls } from "../compile/find-links";
import { oneLine } from "../compile/one-line";
import { resolveReferences } from "../compile/references";
import { writeBlock } from "../compile/write";

/** From the block of this number until before that one. */
export type Range = { readonly from: number; readonly to: number };

/** A post's text, block by block, and what of it can be had. */
export type Body = {
	readonly source: string;
	readonly blocks: readonly RootContent[];
	/** A block as it stands there. */
	readonly slice: (index: number) => string;
	/** Blocks as they stand there, with the definitions and footnotes that they refer to, wherever these stand. */
	readonly text: (range: Range) => string;
	/** A heading's inline Markdown. */
	readonly heading: (node: Heading) => string;
	/** Where the links of blocks lead, in their order. */
	readonly urls: (range: Range) => string[];
};

/** Null where the text nests so deeply that it is not read. */
export function parseBody(source: string): Body | null {
	if (exceedsLimits(source, MAX_NODES_OF_FILE)) return null;
	const blocks = parseMarkdownWithHtml(source, MAX_NODES_OF_FILE).children;
	const slice = (index: number) => sliceOf(blocks[index], source);
	const definitions = new Map<string, Definition>();
	const footnotes = new Map<string, FootnoteDefinition>();
	visitParents({ type: "root", children: blocks } as Root, (node) => {
		if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
		if (node.type === "footnoteDefinition" && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
	});
	const referredTo = new Set(blocks.flatMap((block) => (isDefinition(block) ? [] : [...referencesIn(block)])));
	const follow = (keys: Set<string>) => {
		for (const key of keys)
			if (key.startsWith("^")) for (const next of referencesIn(footnotes.get(key.slice(1)))) keys.add(next);
	};
	follow(referredTo);
	const isElsewhere = (node: RootContent, here: ReadonlySet<string>) =>
		(node.type === "definition" || node.type === "footnoteDefinition") &&
		!here.has(keyOf(node)) &&
		referredTo.has(keyOf(node));

	const text = ({ from, to }: Range): string => {
		const nodes = blocks.slice(from, to);
		const here = new Set<string>(
			nodes.filter((node) => !isDefinition(node)).flatMap((node) => [...referencesIn(node)]),
		);
		follow(here);
		const kept = nodes.filter((node) => !isElsewhere(node, here));
		const held = new Set(kept.filter(isDefinition).map(keyOf));
		const brought = [...here]
			.filter((key) => !held.has(key) && !isWithin(nodes, key))
			.flatMap((key) => {
				const note = key.startsWith("^") ? footnotes.get(key.slice(1)) : undefined;
				if (note) return [sliceOf(note, source)];
				const definition = key.startsWith("[") ? definitions.get(key.slice(1)) : undefined;
				return definition ? [writeBlock(definition)] : [];
			});
		let joined = "";
		let before: RootContent | undefined;
		for (const node of kept) {
			const isNext = before && blocks[blocks.indexOf(before) + 1] === node;
			const gap = isNext ? source.slice(before?.position?.end.offset, node.position?.start.offset) : "\n\n";
			joined += (before ? gap : "") + sliceOf(node, source);
			before = node;
		}
		return [...(joined ? [joined] : []), ...brought].join("\n\n");
	};

	const heading = (node: Heading): string => {
		const [first, last] = [node.children[0], node.children.at(-1)];
		const typed = source.slice(first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0);
		const needed = [...referencesIn(node)].flatMap((key) =>
			key.startsWith("[") ? (definitions.get(key.slice(1)) ?? []) : [],
		);
		if (needed.length === 0) return oneLine(typed.replace(/\s*\n\s*/g, " "));
		const root: Root = {
			type: "root",
			children: [structuredClone(node), ...needed.map((each) => structuredClone(each))],
		};
		resolveReferences(root);
		const [resolved] = root.children;
		return resolved?.type === "heading" ? oneLine(writeBlock({ type: "paragraph", children: resolved.children })) : "";
	};

	return { source, blocks, slice, text, heading, urls: (range) => findUrls(text(range)) };
}

type AnyDefinition = Definition | FootnoteDefinition;

function isDefinition(node: RootContent): node is AnyDefinition {
	return node.type === "definition" || node.type === "footnoteDefinition";
}

function keyOf(node: RootContent): string {
	if (node.type === "footnoteDefinition") return `^${node.identifier}`;
	return node.type === "definition" ? `[${node.identifier}` : "";
}

/** Whether blocks hold the definition, in a list or a quotation. */
function isWithin(nodes: readonly RootContent[], key: string): boolean {
	let found = false;
	visitParents({ type: "root", children: [...nodes] } as Root, (node) => {
		if ((node.type === "definition" || node.type === "footnoteDefinition") && keyOf(node) === key) found = true;
	});
	return found;
}

/** Keys of what a block refers to: `^` and a footnote's identifier, `[` and a definition's. */
function referencesIn(node: RootContent | undefined): Set<string> {
	const found = new Set<string>();
	if (!node) return found;
	visitParents(node, (each) => {
		if (each.type === "footnoteReference") found.add(`^${each.identifier}`);
		if (each.type === "linkReference" || each.type === "imageReference") found.add(`[${each.identifier}`);
	});
	return found;
}

function sliceOf(node: RootContent | undefined, source: string): string {
	return node?.position ? source.slice(node.position.start.offset, node.position.end.offset) : "";
}
