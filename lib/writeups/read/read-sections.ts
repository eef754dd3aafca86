import type { Bullet } from "../compile/takeaways";
import type { MarkdownOptions } from "../options";
import { DEFAULT_OPTIONS } from "../options";
import type { WriteUpContent, WriteUpItem, WriteUpSection } from "../types";
import type { Body, Range } from "./body";
import {
	detectResourceOptions,
	type Finder,
	type FoundItem,
	findItem,
	findListedTalks,
	findTalkInProse,
	findTextRange,
} from "./items";
import { findStructure, type SectionOutline } from "./structure";
import { detectTimes, type FoundTakeaways, findUsualLabel, isSameLabel, parseTakeaway } from "./takeaways";
import type { FindTalk, FindTalkId, UnknownTalk } from "./types";

type Taken = {
	readonly level: number;
	readonly isTitled: boolean;
	readonly hasLists: boolean;
	readonly isOneText: boolean;
};

type ParsedSections = {
	readonly intro: string;
	readonly content: Pick<WriteUpContent, "sections" | "outro">;
	readonly options: MarkdownOptions;
	readonly unknown: UnknownTalk[];
};

type FoundSection = {
	readonly heading: string;
	readonly prose: Range;
	readonly items: readonly FoundItem[];
	readonly bullet: Bullet | null;
};

/** A post's sections and items, and how they are written. */
export function parseSections(
	body: Body,
	{ level, isTitled, hasLists, isOneText }: Taken,
	talks: { readonly findTalkId: FindTalkId; readonly talkOf: FindTalk },
): ParsedSections {
	const from = isTitled ? 1 : 0;
	if (isOneText) {
		const intro = body.text({ from, to: body.blocks.length });
		return { intro, content: { sections: [], outro: "" }, options: DEFAULT_OPTIONS, unknown: [] };
	}
	const structure = findStructure(body, level, from);
	const finder = { body, level, ...talks };
	const found = structure.sections.map((section) => findSection(finder, section, hasLists));
	const listBullet = found.find(({ bullet }) => bullet !== null)?.bullet;
	const items = labelled(
		found.flatMap((section) => section.items),
		listBullet,
	);
	const { label } = items;
	const resources = detectResourceOptions(body, items.items);
	const times = detectTimes(
		items.items.flatMap(({ takeaways, talk }) =>
			takeaways ? [{ lines: takeaways.lines, links: talk?.links ?? [] }] : [],
		),
	);
	const hasLines = items.items.some(({ hasTalkLine }) => hasTalkLine);

	const unknown: UnknownTalk[] = [];
	let itemCount = 0;
	let takeawayCount = 0;
	let index = 0;
	const toItem = (item: FoundItem): WriteUpItem => {
		const id = `i${++itemCount}`;
		const range = findTextRange(body, item, resources) ?? {
			from: item.textStart,
			to: item.takeaways?.textEnd ?? item.range.to,
		};
		if (!item.talk && item.headingText !== "") {
			unknown.push({ itemId: id, title: item.headingText, address: body.urls(item.range)[0] ?? null });
		}
		const lines = item.takeaways?.lines ?? [];
		return {
			id,
			talkId: item.talk?.id ?? null,
			missingTalk: null,
			heading: item.heading,
			text: body.text(range),
			takeaways: lines.map((line) => parseTakeaway(line, `t${++takeawayCount}`, item.talk?.links ?? [], times)),
			leftOut: [],
		};
	};
	const sections = found.map(
		(section, position): WriteUpSection => ({
			id: `s${position + 1}`,
			heading: section.heading,
			prose: body.text(section.prose),
			items: section.items.map(() => toItem(items.items[index++] as FoundItem)),
		}),
	);
	return {
		intro: body.text(structure.intro),
		content: { sections, outro: body.text(structure.outro) },
		options: {
			...DEFAULT_OPTIONS,
			...(listBullet && { bullet: listBullet }),
			...label,
			...resources,
			times,
			introducesTalks: hasLines || unknown.length === 0,
			withoutNote: items.items.some(({ isListed }) => isListed) ? "list" : "whole",
		},
		unknown,
	};
}

function findSection(finder: Finder, section: SectionOutline, hasLists: boolean): FoundSection {
	const { body } = finder;
	const heading = section.heading ? body.heading(section.heading) : "";
	const listed = hasLists ? findListedTalks(finder, section.items.at(-1)?.range ?? section.prose) : null;
	const cut = (range: Range, isLast: boolean): Range =>
		listed && isLast ? { from: range.from, to: listed.end } : range;
	const prose = cut(section.prose, section.items.length === 0);
	const about = findTalkInProse(finder, { ...section, prose });
	const placed = [
		...(about === null ? [] : [{ heading: null, range: { from: about, to: prose.to } }]),
		...section.items.map((item, index) => ({ ...item, range: cut(item.range, index === section.items.length - 1) })),
	];
	const items = placed.map((item) => findItem(finder, item));
	const atEnd = (listed?.talks ?? []).map(
		(talk): FoundItem => ({
			talk,
			heading: null,
			headingText: "",
			range: { from: section.range.to, to: section.range.to },
			takeaways: null,
			textStart: section.range.to,
			hasTalkLine: false,
			isListed: true,
		}),
	);
	return {
		heading,
		prose: about === null ? prose : { from: prose.from, to: about },
		items: [...items, ...atEnd],
		bullet: listed?.bullet ?? null,
	};
}

/** Items whose takeaways stand under the label that most have; those of others stay in their texts. */
function labelled(items: readonly FoundItem[], listBullet: Bullet | null | undefined) {
	const hasBullet = ({ label: { bullet } }: FoundTakeaways) =>
		!listBullet || listBullet === (bullet === "1." ? "-" : bullet);
	const all = items.flatMap(({ takeaways }) => (takeaways && hasBullet(takeaways) ? [takeaways] : []));
	const label = findUsualLabel(all);
	const isKept = (takeaways: FoundTakeaways | null) =>
		takeaways !== null && label !== null && isSameLabel(takeaways.label, label);
	return {
		label: label ?? {},
		items: items.map((item) => (isKept(item.takeaways) ? item : { ...item, takeaways: null })),
	};
}
