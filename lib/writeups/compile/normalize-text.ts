import type { Nodes, Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { asTypedInFence } from "./bound-texts";
import { normalize } from "./lines";
import { memoize } from "./memoize";
import {
	type FootnoteNames,
	nameFootnotes,
	putOnOneLine,
	renameFootnotes,
	reorderFootnotes,
	resolveReferences,
	sinkHeadings,
	unindentHtml,
	unnest,
} from "./move";
import { MAX_ROUNDS, normalizeTakeaway } from "./normalize-line";
import { parseSource, type Source } from "./parse-source";
import { normalizePlainProse } from "./plain-prose";
import { parseListLines, writeBulletList } from "./takeaways";
import { isTakeawaysLabel } from "./takeaways-label";
import { aroundTemplates, hasTemplates } from "./template-syntax";
import { HTML, UNESCAPED_FOOTNOTE, writeRoot } from "./write";

export type TextContext = {
	/** Of the text's highest heading, or below: 1 to 6. */
	readonly level: number;
	/** The same of headings in lists and quotations. */
	readonly nestedLevel: number;
	/** Whether HTML that is whole is kept as it is; else it is text. */
	readonly isOwn: boolean;
	/** Where it is more than one text. */
	readonly maxNodes?: number;
};

/**
 * A text as it can stand anywhere in a file: headings at their level or below, what is open closed, references resolved,
 * footnotes named as nobody else's (`taken` gets their names; with a `prefix`, after it). It stays as it was typed where
 * nothing of that has to be done, else it is written from its tree. Doing so once more changes nothing.
 */
export function normalizeText(text: string, context: TextContext, prefix: string | null, taken: Set<string>): string {
	const { level, nestedLevel, isOwn } = context;
	const source = normalize(text);
	const plain = source === "" ? "" : normalizePlainProse(source, level);
	if (plain !== null) return plain;
	if (!source.includes("[^") && context.maxNodes === undefined)
		return normalizeCached(source, level, nestedLevel, isOwn);
	return rewriteUntilStable(source, context, (root) => nameFootnotes(root, prefix, taken));
}

const normalizeCached = memoize((source: string, level: number, nestedLevel: number, isOwn: boolean) =>
	rewriteUntilStable(source, { level, nestedLevel, isOwn }, () => new Map()),
);

type Naming = (root: Root) => FootnoteNames;

/** What was written may be read otherwise where a sign meets another; of what never comes to rest, all is code. */
function rewriteUntilStable(source: string, context: TextContext, name: Naming): string {
	const own = { ...context, isOwn: true };
	const first = (text: string) => rewrite(text, context, name);
	const again = (text: string) => aroundTemplates(text, (typed) => rewrite(typed, own, () => new Map()));
	let written = context.isOwn ? aroundTemplates(source, first) : first(source);
	if (written === source && (context.isOwn || !hasTemplates(source))) return source;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const next = again(written);
		if (next === written) return written;
		written = next;
	}
	return asTypedInFence(source);
}

function rewrite(text: string, { level, nestedLevel, isOwn, maxNodes }: TextContext, name: Naming): string {
	const source = normalize(text);
	if (source === "") return "";
	const parsed = parseSource(source, isOwn, maxNodes);
	const { root } = parsed;
	if (root.data?.isTooLarge) return asTypedInFence(source);
	const mayStay = isTidy(parsed, source);
	const before = mayStay ? treeOf(root) : "";
	renameFootnotes(root, name(root));
	resolveReferences(root);
	sinkHeadings(root, level, nestedLevel);
	reorderFootnotes(root);
	unnest(root);
	unindentHtml(root);
	if (mayStay && treeOf(root) === before) return source;
	for (const [index, list] of root.children.entries())
		if (list.type === "list" && isTakeawaysLabel(root.children[index - 1]) && parseListLines(list, source)) {
			list.spread = false;
			for (const item of list.children) item.spread = false;
			putOnOneLine(list);
		}
	return writeRoot(root);
}

/** All of a tree but where it stands. */
function treeOf(node: Nodes): string {
	return JSON.stringify(node, (key, value) => (key === "position" ? undefined : value));
}

/** Whether a text ends where it ends, and its blocks stand as they are written, so that it can be parted between them. */
function isTidy({ root, isHtmlMarkup, isOpen }: Source, source: string): boolean {
	if (isOpen || (!isHtmlMarkup && HTML.test(source))) return false;
	if (hasFootnoteOfOthers(root, source)) return false;
	let end = 0;
	for (const [index, node] of root.children.entries()) {
		const { start, end: nodeEnd } = node.position ?? {};
		if (start?.offset === undefined || nodeEnd?.offset === undefined) return false;
		const before = root.children[index - 1];
		const gap = source.slice(end, start.offset);
		const slice = source.slice(start.offset, nodeEnd.offset);
		const isBelowLabel = node.type === "list" && isTakeawaysLabel(before);
		const isTight = node.type === "list" && before?.type === "paragraph" && gap === "\n";
		// What is indented would go on with a list above it.
		if ((gap !== (before ? "\n\n" : "") && !isTight) || /^[ \t]/.test(slice)) return false;
		if (node.type === "heading" && slice !== `${"#".repeat(node.depth)} ${innerOf(node, source)}`) return false;
		if (isBelowLabel) {
			const found = parseListLines(node, source);
			const lines = found?.lines.map((line) => normalizeTakeaway(line, true)) ?? [];
			if (found && (slice !== writeBulletList(lines, found.bullet) || isTight !== (before?.type === "paragraph")))
				return false;
		}
		end = nodeEnd.offset;
	}
	return end === source.length;
}

/** Whether words look like a footnote's sign, which another text of the file may define. */
function hasFootnoteOfOthers(root: Root, source: string): boolean {
	let isFound = false;
	visitParents(root, "text", (text, ancestors) => {
		// Between `<` and `>` there are no signs.
		const isAddress =
			ancestors.at(-1)?.type === "link" && source[ancestors.at(-1)?.position?.start.offset ?? -1] === "<";
		if (isAddress || !text.value.includes("[^")) return;
		// What was found in a text after it was parsed, such as an address, leaves no position there.
		const { start, end } = (text.position ? text : ancestors.findLast(({ position }) => position))?.position ?? {};
		isFound ||= source.slice(start?.offset, end?.offset).search(UNESCAPED_FOOTNOTE) >= 0;
	});
	return isFound;
}

function innerOf({ children }: { readonly children: readonly Nodes[] }, source: string): string {
	return source.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0);
}
