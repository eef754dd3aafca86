import type { Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";

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
	let count = 0;
	for (const identifier of identifiers) {
		count++;
		const own = prefix === null && /^[a-z0-9][a-z0-9_-]*$/.test(identifier) ? identifier : `${base}-${count}`;
		let name = own;
		for (let n = 2; taken.has(name); n++) name = `${own}-${n}`;
		taken.add(name);
		names.set(identifier, name);
	}
	return names;
}

/** Gives every footnote of a text its new name. Changes the tree. */
export function renameFootnotes(root: Root, names: FootnoteNames): void {
	visitParents(root, ["footnoteDefinition", "footnoteReference"], (node) => {
		if (node.type !== "footnoteDefinition" && node.type !== "footnoteReference") return;
		const name = names.get(node.identifier);
		if (name === undefined) return;
		node.identifier = name;
		node.label = name;
	});
}
