import { reconcile, resolveConflict } from "@/lib/notes/reconcile";
import type { NoteContent } from "@/lib/notes/types";
import { isSame } from "./is-same";
import { newItem } from "./start";
import type { WriteUpContent, WriteUpItem, WriteUpSection } from "./types";

/**
 * What two editors made of one write-up, merged: field by field, section by section and place by place. Where both changed
 * one text, both versions stand one below the other, so that nothing that either of them typed is lost; of one line, such
 * as a title, mine stays. The order is mine where I moved anything, else theirs; what was removed stays so, unless the
 * other one changed it.
 */
export function mergeWriteUps(base: WriteUpContent, mine: WriteUpContent, theirs: WriteUpContent): WriteUpContent {
	const line = <Name extends keyof WriteUpContent>(name: Name) => mergeValue(base[name], mine[name], theirs[name]);
	return {
		title: line("title"),
		date: line("date"),
		slug: line("slug"),
		description: mergeTexts(base.description, mine.description, theirs.description),
		categories: mergeLists(base.categories, mine.categories, theirs.categories),
		tags: mergeLists(base.tags, mine.tags, theirs.tags),
		keywords: mergeLists(base.keywords, mine.keywords, theirs.keywords),
		frontMatter: mergeTexts(base.frontMatter, mine.frontMatter, theirs.frontMatter),
		intro: mergeTexts(base.intro, mine.intro, theirs.intro),
		sections: mergeSections(base.sections, mine.sections, theirs.sections),
		outro: mergeTexts(base.outro, mine.outro, theirs.outro),
	};
}

/** Mine where I changed it, else theirs. */
function mergeValue<Value>(base: Value, mine: Value, theirs: Value): Value {
	return isSame(base, mine) ? theirs : mine;
}

function mergeTexts(base: string, mine: string, theirs: string): string {
	if (isSame(base, mine) || mine === theirs) return theirs;
	if (isSame(base, theirs)) return mine;
	const merged = mergeKeepingBoth(toNoteContent(base), toNoteContent(mine), toNoteContent(theirs));
	return merged?.text ?? [theirs, mine].filter((text) => text.trim() !== "").join("\n\n");
}

/** More than any text has places that both changed. */
const MAX_CONFLICTS = 1_000;

/** Both versions of each place that both changed, theirs first; null where that comes to no end. */
function mergeKeepingBoth(base: NoteContent, mine: NoteContent, theirs: NoteContent): NoteContent | null {
	const taken = new Set([base, mine, theirs].flatMap(({ takeaways }) => takeaways.map(({ id }) => id)));
	const newId = () => {
		let number = 1;
		while (taken.has(`both${number}`)) number++;
		taken.add(`both${number}`);
		return `both${number}`;
	};
	let left = reconcile(base, mine, theirs);
	for (let round = 0; round < MAX_CONFLICTS; round++) {
		const [conflict] = left.conflicts;
		if (!conflict) return left.merged;
		const state = { base: left.base, mine: left.merged, theirs };
		left = resolveConflict(state, { key: conflict.key, choice: "both" }, newId);
	}
	return null;
}

const toNoteContent = (text: string) => ({ text, takeaways: [] });

function mergeLists(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
	if (isSame(base, mine)) return theirs;
	const removed = new Set(base.filter((each) => !theirs.includes(each)));
	const added = theirs.filter((each) => !base.includes(each) && !mine.includes(each));
	return [...mine.filter((each) => !removed.has(each)), ...added];
}

type Sections = readonly WriteUpSection[];

function mergeSections(base: Sections, mine: Sections, theirs: Sections): Sections {
	const [ofBase, ofMine, ofTheirs] = [indexItems(base), indexItems(mine), indexItems(theirs)];
	const items = new Map(
		mergeEach(ofBase.items, ofMine.items, ofTheirs.items, mergeItems, ({ id }) => newItem(null, id)).map((item) => [
			item.id,
			item,
		]),
	);
	const sectionByItem = assignSections([...items.keys()], ofBase.homes, ofMine.homes, ofTheirs.homes);
	const used = new Set(sectionByItem.values());
	const merged = mergeEach(base, mine, theirs, mergeSection, emptySection, (section) => used.has(section.id));
	return merged.map((section) => {
		const ids = (sections: Sections) => sections.find(({ id }) => id === section.id)?.items.map(({ id }) => id) ?? [];
		const here = [...items.keys()].filter((id) => sectionByItem.get(id) === section.id);
		const order = mergeOrder(ids(base), ids(mine), ids(theirs), here);
		return { ...section, items: order.flatMap((id) => items.get(id) ?? []) };
	});
}

function indexItems(sections: Sections) {
	return {
		items: sections.flatMap(({ items }) => items),
		/** Ids of the sections, by those of what stands in them. */
		homes: new Map(sections.flatMap(({ id, items }) => items.map((item) => [item.id, id] as const))),
	};
}

type SectionByItem = ReadonlyMap<string, string>;

/** In which section each place stands: mine where I moved it, else theirs. */
function assignSections(
	ids: readonly string[],
	base: SectionByItem,
	mine: SectionByItem,
	theirs: SectionByItem,
): SectionByItem {
	return new Map(
		ids.map((id) => {
			const [previous, here, there] = [base.get(id), mine.get(id), theirs.get(id)];
			return [id, (here !== undefined && (here !== previous || there === undefined) ? here : there) ?? here ?? ""];
		}),
	);
}

const emptySection = ({ id }: WriteUpSection): WriteUpSection => ({ id, heading: "", prose: "", items: [] });

function mergeSection(base: WriteUpSection, mine: WriteUpSection, theirs: WriteUpSection): WriteUpSection {
	return {
		id: mine.id,
		heading: mergeValue(base.heading, mine.heading, theirs.heading),
		prose: mergeTexts(base.prose, mine.prose, theirs.prose),
		items: mine.items,
	};
}

function mergeItems(base: WriteUpItem, mine: WriteUpItem, theirs: WriteUpItem): WriteUpItem {
	const both = mine.text !== null && theirs.text !== null;
	return {
		id: mine.id,
		talkId: mergeValue(base.talkId, mine.talkId, theirs.talkId),
		missingTalk: mergeValue(base.missingTalk, mine.missingTalk, theirs.missingTalk),
		heading: mergeValue(base.heading, mine.heading, theirs.heading),
		text: both
			? mergeTexts(base.text ?? "", mine.text ?? "", theirs.text ?? "")
			: isSame(base.text, mine.text)
				? theirs.text
				: isSame(base.text, theirs.text)
					? mine.text
					: (mine.text ?? theirs.text),
		takeaways: mergeTakeaways(base, mine, theirs),
		leftOut: mergeLists(base.leftOut, mine.leftOut, theirs.leftOut),
	};
}

function mergeTakeaways(base: WriteUpItem, mine: WriteUpItem, theirs: WriteUpItem): WriteUpItem["takeaways"] {
	if (isSame(base.takeaways, mine.takeaways)) return theirs.takeaways;
	if (isSame(base.takeaways, theirs.takeaways)) return mine.takeaways;
	if (mine.takeaways === null || theirs.takeaways === null) return mine.takeaways ?? theirs.takeaways;
	const withTakeaways = (takeaways: WriteUpItem["takeaways"]) => ({ text: "", takeaways: takeaways ?? [] });
	const merged = mergeKeepingBoth(
		withTakeaways(base.takeaways),
		withTakeaways(mine.takeaways),
		withTakeaways(theirs.takeaways),
	);
	return merged?.takeaways ?? mine.takeaways;
}

type Identified = { readonly id: string };

/** All that both have, that one of them added, or that one of them changed while the other removed it. */
function mergeEach<Each extends Identified>(
	base: readonly Each[],
	mine: readonly Each[],
	theirs: readonly Each[],
	merge: (base: Each, mine: Each, theirs: Each) => Each,
	emptyOf: (each: Each) => Each,
	isNeeded: (each: Each) => boolean = () => false,
): Each[] {
	const [ofBase, ofMine, ofTheirs] = [byId(base), byId(mine), byId(theirs)];
	const all = new Map([...ofBase, ...ofTheirs, ...ofMine]);
	const result = new Map<string, Each>();
	for (const [id, either] of all) {
		const [previous, here, there] = [ofBase.get(id), ofMine.get(id), ofTheirs.get(id)];
		if (here && there) result.set(id, merge(previous ?? emptyOf(there), here, there));
		else if ((here ?? there) && (!previous || !isSame(previous, here ?? there) || isNeeded(either)))
			result.set(id, here ?? there ?? either);
		else if (isNeeded(either)) result.set(id, either);
	}
	const order = mergeOrder([...ofBase.keys()], [...ofMine.keys()], [...ofTheirs.keys()], [...result.keys()]);
	return order.flatMap((id) => result.get(id) ?? []);
}

function byId<Each extends Identified>(all: readonly Each[]): Map<string, Each> {
	return new Map(all.map((each) => [each.id, each]));
}

/** The ids of `all` in my order where I moved any, else in theirs; what only the other has, below what it stands below there. */
function mergeOrder(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[],
	all: readonly string[],
): string[] {
	const wanted = new Set(all);
	const common = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => others.includes(id));
	const isMoved = !isSame(common(base, mine), common(mine, base));
	const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
	const order = first.filter((id) => wanted.has(id));
	for (const ids of [second, all]) {
		for (const [index, id] of ids.entries()) {
			if (!wanted.has(id) || order.includes(id)) continue;
			const above = ids.slice(0, index).findLast((each) => order.includes(each));
			order.splice(above === undefined ? 0 : order.indexOf(above) + 1, 0, id);
		}
	}
	return order;
}
