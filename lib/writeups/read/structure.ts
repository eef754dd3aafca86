import type { Heading } from "mdast";
import { visitParents } from "unist-util-visit-parents";
import type { Body, Range } from "./body";

export type ItemOutline = {
	/** Null for one without a heading. */
	readonly heading: Heading | null;
	readonly range: Range;
};

export type SectionOutline = {
	/** Null for items before any section's heading. */
	readonly heading: Heading | null;
	readonly prose: Range;
	readonly items: readonly ItemOutline[];
	/** All of it below its heading. */
	readonly range: Range;
};

export type Structure = {
	readonly intro: Range;
	readonly sections: readonly SectionOutline[];
	readonly outro: Range;
};

/**
 * A post from the block `from` on, with sections at headings of the level and items one below. An outro is what stands
 * below a rule `___` and no heading of these.
 */
export function findStructure(body: Body, level: number, from: number): Structure {
	const { blocks, slice } = body;
	const isStructural = (index: number) => {
		const block = blocks[index];
		return block?.type === "heading" && block.depth <= level + 1 && block.children.length > 0;
	};
	const indexes = blocks.map((_, index) => index).slice(from);
	const heads = indexes.filter(isStructural);
	const rule = indexes.findLast((index) => blocks[index]?.type === "thematicBreak" && slice(index) === "___");
	const hasOutro = rule !== undefined && rule < blocks.length - 1 && !heads.some((index) => index > rule);
	const end = hasOutro ? rule : blocks.length;
	const next = (index: number) => heads.find((head) => head > index) ?? end;

	const sections: { heading: Heading | null; prose: Range; items: ItemOutline[]; start: number }[] = [];
	for (const index of heads) {
		const heading = blocks[index] as Heading;
		const range = { from: index + 1, to: next(index) };
		if (heading.depth <= level) {
			sections.push({ heading, prose: range, items: [], start: index + 1 });
		} else {
			if (sections.length === 0)
				sections.push({ heading: null, prose: { from: index, to: index }, items: [], start: index });
			sections.at(-1)?.items.push({ heading, range });
		}
	}
	return {
		intro: { from, to: heads[0] ?? end },
		sections: sections.map(({ start, ...section }) => ({
			...section,
			range: { from: start, to: section.items.at(-1)?.range.to ?? section.prose.to },
		})),
		outro: { from: hasOutro ? end + 1 : end, to: hasOutro ? blocks.length : end },
	};
}

/** The highest level of headings in a post, from a block on, 1 to 5: that of sections. 2 where there is none. */
export function highestLevel({ blocks }: Body, from: number): number {
	const depths = blocks
		.slice(from)
		.flatMap((block) => (block.type === "heading" && block.children.length > 0 ? [block.depth] : []));
	return depths.length === 0 ? 2 : Math.min(5, ...depths);
}

/** The level at which nothing has to be moved for all of a post to be one text. */
export function findSingleTextLevel({ blocks }: Body): number {
	let level = 5;
	for (const block of blocks) {
		visitParents(block, "heading", (heading: Heading) => {
			level = Math.min(level, heading === block ? heading.depth : heading.depth === 6 ? level : heading.depth - 2);
		});
	}
	return Math.max(1, level);
}
