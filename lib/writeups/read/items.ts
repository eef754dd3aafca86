import { toString as toPlainText } from "mdast-util-to-string";
import { hasLinkTo } from "../compile/find-links";
import { isTalkTitle } from "../compile/item";
import { SEPARATOR } from "../compile/join-texts";
import { oneLine } from "../compile/lines";
import { type Bullet, findBullet } from "../compile/takeaways";
import { writeResourceLine, writeTalkLine } from "../compile/talk-lines";
import type { CompiledTalk } from "../compile/types";
import type { MarkdownOptions } from "../options";
import type { Body, Range } from "./body";
import type { ItemOutline, SectionOutline } from "./structure";
import { type FoundTakeaways, findTakeawaysAtEnd } from "./takeaways";
import type { FindTalk, FindTalkId } from "./types";

/** An item as it is found in a post, before it is known how all of them are written. */
export type FoundItem = {
	readonly talk: CompiledTalk | null;
	/** Inline Markdown; null for the talk's title, empty for none. */
	readonly heading: string | null;
	/** The heading's words. */
	readonly headingText: string;
	/** Of its text and takeaways. */
	readonly range: Range;
	readonly takeaways: FoundTakeaways | null;
	/** Where its text begins, below the talk's own line. */
	readonly textStart: number;
	/** Whether the talk's own line stands above the text. */
	readonly hasTalkLine: boolean;
	/** Whether nothing of it stands there but a line in a list of talks. */
	readonly isListed: boolean;
};

export type Finder = {
	readonly body: Body;
	readonly level: number;
	readonly findTalkId: FindTalkId;
	readonly talkOf: FindTalk;
};

export function findItem(finder: Finder, { heading, range }: ItemOutline): FoundItem {
	const { body, level } = finder;
	const takeaways = findTakeawaysAtEnd(body, range, Math.min(6, level + 2));
	const textRange = { from: range.from, to: takeaways?.textEnd ?? range.to };
	const line = heading ? body.heading(heading) : "";
	const talk = firstTalk(finder, [...finder.body.urls(textRange)], line);
	const textBelow = body.text({ from: range.from + 1, to: textRange.to });
	const hasTalkLine =
		talk !== null &&
		textRange.from < textRange.to &&
		body.slice(range.from) === writeTalkLine(talk) &&
		!hasLinkTo(`${line}\n\n${textBelow}`, talk.addresses);
	const headingText = heading ? oneLine(toPlainText(heading)) : "";
	return {
		talk,
		heading: talk && line !== "" && isTalkTitle(line, talk) ? null : line,
		headingText,
		range,
		takeaways,
		textStart: range.from + (hasTalkLine ? 1 : 0),
		hasTalkLine,
		isListed: false,
	};
}

function firstTalk({ findTalkId, talkOf }: Finder, inText: readonly string[], heading: string): CompiledTalk | null {
	for (const address of [...urlsOfLine(heading), ...inText]) {
		const id = findTalkId(address);
		const talk = id === null ? undefined : talkOf(id);
		if (talk) return talk;
	}
	return null;
}

const urlsOfLine = (line: string) => [...line.matchAll(/\]\(<?([^\s<>)]+)/g)].flatMap(([, url]) => url ?? []);

/**
 * Where the prose of a section turns to the one talk that is linked in it: the number of the paragraph that its link opens.
 * Null where it does not.
 */
export function findTalkInProse(
	{ body, findTalkId, talkOf }: Finder,
	{ heading, prose }: SectionOutline,
): number | null {
	if (!heading) return null;
	const idOf = (address: string) => {
		const id = findTalkId(address);
		return id !== null && talkOf(id) ? id : null;
	};
	const ids = new Set(
		body
			.urls(prose)
			.map(idOf)
			.filter((id) => id !== null),
	);
	if (ids.size !== 1) return null;
	for (let index = prose.from; index < prose.to; index++) {
		const block = body.blocks[index];
		const first = block?.type === "paragraph" ? block.children[0] : undefined;
		if (first?.type === "link" && idOf(first.url) !== null) return index;
		// It is mentioned before anything is about it.
		if (body.urls({ from: index, to: index + 1 }).some((address) => idOf(address) !== null)) return null;
	}
	return null;
}

export type ListedTalks = {
	readonly talks: readonly CompiledTalk[];
	readonly end: number;
	readonly bullet: Bullet | null;
};

/** The talks of a list at the end of some blocks, each exactly as it would be written there; null where there is none. */
export function findListedTalks({ body, findTalkId, talkOf }: Finder, { from, to }: Range): ListedTalks | null {
	const list = body.blocks[to - 1];
	if (to - 1 < from || list?.type !== "list" || list.ordered) return null;
	const talks: CompiledTalk[] = [];
	for (const { children } of list.children) {
		const [paragraph, ...others] = children;
		if (paragraph?.type !== "paragraph" || others.length > 0) return null;
		const first = paragraph.children[0];
		const id = first?.type === "link" ? findTalkId(first.url) : null;
		const talk = id === null ? undefined : talkOf(id);
		const written = body.source.slice(paragraph.position?.start.offset, paragraph.position?.end.offset);
		if (!talk || written !== writeTalkLine(talk)) return null;
		talks.push(talk);
	}
	const above = body.blocks[to - 2];
	const isApart = to - 3 >= from && above?.type === "html" && body.slice(to - 2) === SEPARATOR;
	return { talks, end: isApart ? to - 2 : to - 1, bullet: findBullet(list, body.source) };
}

export type ResourceOptions = Pick<MarkdownOptions, "recordings" | "slides">;

/** Which lines of recordings and slides the items have: all of those that they would be written, or none. */
export function detectResourceOptions(body: Body, items: readonly FoundItem[]): ResourceOptions {
	const kinds = [
		{ recordings: true, slides: true },
		{ recordings: true, slides: false },
		{ recordings: false, slides: true },
	];
	const all = kinds.find((options) => items.every((item) => findTextRange(body, item, options) !== null));
	return all ?? { recordings: false, slides: false };
}

/** Where an item's text is, its line of resources aside; null where it lacks that line. */
export function findTextRange(body: Body, item: FoundItem, options: ResourceOptions): Range | null {
	const { talk, textStart, hasTalkLine, takeaways, range } = item;
	const whole = { from: textStart, to: takeaways?.textEnd ?? range.to };
	const line = talk && !item.isListed ? writeResourceLine(talk, options) : "";
	if (line === "") return whole;
	const index = hasTalkLine ? whole.from : whole.to - 1;
	if (whole.from >= whole.to || body.slice(index) !== line) return null;
	return hasTalkLine ? { from: index + 1, to: whole.to } : { from: whole.from, to: index };
}
