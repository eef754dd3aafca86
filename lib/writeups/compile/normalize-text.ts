import type { Heading, Nodes, Root, RootContent } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import { asTypedInFence } from "./bound-texts";
import { type FootnoteNames, nameFootnotes, renameFootnotes } from "./footnote-names";
import { joinBlocks } from "./join";
import { memoize } from "./memoize";
import { normalize } from "./normalize";
import { MAX_ROUNDS, normalizeHeading, normalizeTakeaway } from "./normalize-line";
import { parseSource } from "./open-html";
import { resolveReferences } from "./references";
import { isPlainProse, isSelfContained } from "./self-contained";
import { shiftProseHeadings } from "./shift-headings";
import { findBullet, isTakeawaysLabel, parseListLines, writeBulletList } from "./takeaways-label";
import { unnest } from "./unnest";
import { writeBlock } from "./write";

export type TextContext = {
	/** Of the text's highest heading, or below: 1 to 6. */
	readonly level: number;
	/** The same of headings in lists and quotations. */
	readonly nestedLevel: number;
	/** Whether HTML that is whole is kept as it is; else it is text. */
	readonly isOwn: boolean;
};

/**
 * A text as it can stand anywhere in a file: headings at their level or below, what is open closed, references resolved,
 * footnotes named as nobody else's (`taken` gets their names; with a `prefix`, after it). Block by block it is kept as it
 * was typed where it can be. Settled: no block is changed by settling it once more, alone or among others, so that what
 * is read from a file is written the same.
 */
export function normalizeText(text: string, context: TextContext, prefix: string | null, taken: Set<string>): string {
	const source = normalize(text);
	if (source === "" || isSurelyNormalized(source)) return source;
	if (!source.includes("[^")) return normalizeCached(source, context.level, context.nestedLevel, context.isOwn);
	const names = nameFootnotes(parseSource(source, context.isOwn).root, prefix, taken);
	return normalizeSource(source, context, names);
}

const normalizeCached = memoize((source: string, level: number, nestedLevel: number, isOwn: boolean) =>
	normalizeSource(source, { level, nestedLevel, isOwn }, new Map()),
);

function normalizeSource(source: string, context: TextContext, names: FootnoteNames): string {
	let normalized = rewrite(source, context, names);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const again = rewrite(normalized, { ...context, isOwn: true }, new Map());
		if (again === normalized) break;
		normalized = again;
	}
	return normalized;
}

function isSurelyNormalized(source: string): boolean {
	return isPlainProse(source) && !/take-?aways?/i.test(source);
}

function rewrite(text: string, context: TextContext, names: FootnoteNames): string {
	const source = normalize(text);
	if (source === "" || isSurelyNormalized(source)) return source;
	const sunk = shiftProseHeadings(source, context.level);
	if (sunk !== null) return sunk;
	const { root, isHtmlMarkup } = parseSource(source, context.isOwn);
	if (root.data?.isTooLarge) return asTypedInFence(source);
	const typed = new Map(root.children.map((node) => [node, toVerbatim(node, source, isHtmlMarkup)]));
	renameFootnotes(root, names);
	resolveReferences(root);
	sinkHeadings(root, context);
	footnotesBelowTheirTexts(root);
	const blocks = root.children.filter((node) => node.type !== "heading" || node.children.length > 0);
	return joinBlocks(
		blocks.map((node, index) => {
			const verbatim = typed.get(node);
			const slice = sliceOf(node, source);
			const markdown = labelledList(node, blocks[index - 1], source) ?? verbatim ?? write(node, source, isHtmlMarkup);
			return {
				markdown,
				start: node.position?.start.offset ?? null,
				end: node.position ? (node.position.start.offset ?? 0) + slice.length : null,
				isAsTyped: markdown === slice && node.type !== "heading",
				isTight: isTakeawaysLabel(blocks[index - 1]) && blocks[index - 1]?.type === "paragraph" && node.type === "list",
			};
		}),
		source,
	);
}

/** A block as it stands in the text, without the blank lines that open code in a list takes along. */
function sliceOf({ position }: Nodes, source: string): string {
	return position ? source.slice(position.start.offset, position.end.offset).replace(/[ \t\n]+$/, "") : "";
}

/** A block as it stands in the text, where it reads the same alone. */
function toVerbatim(node: RootContent, source: string, isHtmlMarkup: boolean): string | null {
	const slice = sliceOf(node, source);
	if (node.type === "heading" || !isSelfContained(node, slice, isHtmlMarkup)) return null;
	if (node.type === "code" && /^(?:`{3}|~{3})/.test(slice) && !isClosed(slice)) return null;
	// What comes before can keep a line from being a list, and where a block is indented its first line here is not.
	return isSurelyTheSame(node, slice) || readsAs(node, slice, isHtmlMarkup) ? slice : null;
}

/** A paragraph's first line alone could begin something else; a list's lines could be further in, or not as far. */
function isSurelyTheSame({ type }: RootContent, slice: string): boolean {
	if (type === "paragraph") return /^\p{L}/u.test(slice);
	return type === "list" && slice.split("\n").every((line) => /^(?:[-*+]|\d{1,9}[.)]) [\p{L}*[`]/u.test(line));
}

function readsAs(node: RootContent, slice: string, isHtmlMarkup: boolean): boolean {
	const [block, ...others] = parseSource(slice, isHtmlMarkup).root.children;
	return block !== undefined && others.length === 0 && treeOf(block) === treeOf(node);
}

/** All of a tree but where it stands. */
function treeOf(node: Nodes): string {
	return JSON.stringify(node, (key, value) => (key === "position" ? undefined : value));
}

function isClosed(fenced: string): boolean {
	const fence = /^(`{3,}|~{3,})/.exec(fenced)?.[1] ?? "";
	const last = fenced.split("\n").slice(1).at(-1)?.trim() ?? "";
	return last.length >= fence.length && last === (fence[0] ?? "").repeat(last.length);
}

function write(node: RootContent, source: string, isHtmlMarkup: boolean): string {
	if (node.type === "heading") return writeHeading(node, source, isHtmlMarkup);
	unnest({ type: "root", children: [node] });
	visitParents(node, "heading", (heading: Heading) => void putOnOneLine(heading));
	const bullet = node.type === "list" ? findBullet(node, source) : null;
	return writeBlock(node, bullet === "1." || bullet === null ? "-" : bullet);
}

/** As the headings of sections are written. */
function writeHeading(heading: Heading, source: string, isHtmlMarkup: boolean): string {
	const [start, end] = [heading.children[0]?.position?.start.offset, heading.children.at(-1)?.position?.end.offset];
	const typed = start === undefined || end === undefined ? "" : source.slice(start, end);
	const isVerbatim =
		typed !== "" && !typed.includes("\n") && isSelfContained({ ...heading, type: "paragraph" }, typed, isHtmlMarkup);
	if (!isVerbatim) {
		unnest(heading);
		putOnOneLine(heading);
	}
	const line = isVerbatim ? normalizeHeading(typed) : writeBlock(heading).replace(/^#+\s*/, "");
	return `${"#".repeat(heading.depth)} ${line}`;
}

/** Takeaways that were typed into a text are written as takeaways are. */
function labelledList(node: RootContent, before: RootContent | undefined, source: string): string | null {
	if (node.type !== "list" || !isTakeawaysLabel(before) || !node.position) return null;
	const found = parseListLines(node, source);
	return (
		found &&
		writeBulletList(
			found.lines.map((line) => normalizeTakeaway(line, true)),
			found.bullet,
		)
	);
}

/** An underlined heading may have several lines, which one marked with `#` cannot. */
function putOnOneLine(heading: Heading): void {
	visitParents(heading, (node, ancestors) => {
		if ("value" in node) node.value = joinLines(node.value);
		if ("alt" in node) node.alt = node.alt && joinLines(node.alt);
		if ("title" in node) node.title = node.title && joinLines(node.title);
		if (node.type === "break") {
			const siblings: unknown[] = ancestors.at(-1)?.children ?? [];
			siblings.splice(siblings.indexOf(node), 1, { type: "text", value: " " });
		}
	});
}

function joinLines(text: string): string {
	return text.replace(/\s*\n\s*/g, " ");
}

/** Keeps how a text's headings relate to each other as far as level 6 allows. Changes the tree. */
function sinkHeadings(root: Root, { level, nestedLevel }: TextContext): void {
	const headings: { heading: Heading; isNested: boolean }[] = [];
	visitParents(root, "heading", (heading, ancestors) => {
		headings.push({ heading, isNested: ancestors.length > 1 });
	});
	const highest = headings.reduce(
		(least, { heading, isNested }) => (isNested ? least : Math.min(least, heading.depth)),
		6,
	);
	const shift = Math.max(0, level - highest);
	for (const { heading, isNested } of headings) {
		const depth = Math.max(heading.depth + shift, isNested ? nestedLevel : level);
		heading.depth = Math.min(6, depth) as Heading["depth"];
	}
}

/** Puts every footnote right below the block that first refers to it, wherever texts are parted. Changes the tree. */
function footnotesBelowTheirTexts(root: Root): void {
	const notes = new Map<string, RootContent>();
	for (const node of root.children) {
		if (node.type === "footnoteDefinition" && !notes.has(node.identifier)) notes.set(node.identifier, node);
	}
	if (notes.size === 0) return;
	const ordered: RootContent[] = [];
	const put = (node: RootContent) => {
		ordered.push(node);
		if (node.type === "footnoteDefinition" && notes.get(node.identifier) === node) notes.delete(node.identifier);
		for (const identifier of referencesIn(node)) {
			const note = notes.get(identifier);
			notes.delete(identifier);
			if (note) put(note);
		}
	};
	const referred = new Set(
		root.children.flatMap((node) => (node.type === "footnoteDefinition" ? [] : referencesIn(node))),
	);
	// Of the footnotes, those that a text refers to, or another footnote that one refers to.
	for (const name of referred) {
		const note = notes.get(name);
		if (note) for (const next of referencesIn(note)) referred.add(next);
	}
	const later = new Set<RootContent>([...notes].filter(([name]) => referred.has(name)).map(([, node]) => node));
	for (const node of root.children) if (!later.has(node)) put(node);
	root.children = ordered;
}

function referencesIn(node: RootContent): string[] {
	const found: string[] = [];
	visitParents(node, "footnoteReference", ({ identifier }: { identifier: string }) => void found.push(identifier));
	return found;
}
