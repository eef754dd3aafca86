import { groupIntoSections, type TalkSection, toInlineMarkdown } from "./export/sections";
import type { CollectedTalks, ExportedTalk } from "./export/types";
import { GROUPINGS, type Grouping } from "./options";
import { EMPTY_CONTENT, type WriteUpContent, type WriteUpItem, type WriteUpSection } from "./types";

/** A place for a talk that says what its note says, or for none. */
export function newItem(talkId: number | null, id: string): WriteUpItem {
	return { id, talkId, missingTalk: null, heading: null, text: null, takeaways: null, leftOut: [] };
}

/**
 * A write-up to begin with: the talks in the schedule's order, in sections by `group`. `date` is today, `YYYY-MM-DD`;
 * `title` is plain text; `newId` makes ids of sections and places.
 */
export function createFirstDraft(
	{ talks }: CollectedTalks,
	{ group, title, date, newId }: { group: Grouping; title: string; date: string; newId: () => string },
): WriteUpContent {
	const sections = groupIntoSections(talks, group, "schedule").map((section) => newSection(section, newId));
	return { ...EMPTY_CONTENT, title, date, sections };
}

/** Talks that are to be added together, below a heading: one line of inline Markdown. */
export type TalksToAdd = { readonly heading: string; readonly talkIds: readonly number[] };

/**
 * Talks grouped as a write-up's sections are: by whatever grouping finds most of its headings there, each talk once, in
 * the schedule's order.
 */
export function groupLikeWriteUp({ sections }: WriteUpContent, talks: readonly ExportedTalk[]): TalksToAdd[] {
	const headings = new Set(sections.map(({ heading }) => heading));
	const groupings = GROUPINGS.map((group) => {
		const groups = groupIntoSections(talks, group, "schedule").map(toTalksToAdd);
		return { groups, known: groups.filter(({ heading }) => heading !== "" && headings.has(heading)).length };
	});
	const [best] = groupings.sort((a, b) => b.known - a.known);
	return best && best.known > 0 ? removeDuplicates(best.groups) : [{ heading: "", talkIds: talks.map(({ id }) => id) }];
}

function toTalksToAdd({ heading, talks }: TalkSection): TalksToAdd {
	return { heading: toInlineMarkdown(heading), talkIds: talks.map(({ id }) => id) };
}

function removeDuplicates(groups: readonly TalksToAdd[]): TalksToAdd[] {
	const seen = new Set<number>();
	return groups
		.map(({ heading, talkIds }) => ({ heading, talkIds: talkIds.filter((id) => !seen.has(id) && seen.add(id)) }))
		.filter(({ talkIds }) => talkIds.length > 0);
}

/**
 * A write-up with more talks: at the end of the section with their heading, else in a new one at the end. Talks without a
 * heading join the last section. A talk that it has already is not added again.
 */
export function addTalks(content: WriteUpContent, groups: readonly TalksToAdd[], newId: () => string): WriteUpContent {
	const existingIds = new Set(content.sections.flatMap(({ items }) => items.map(({ talkId }) => talkId)));
	const sections = [...content.sections];
	for (const { heading, talkIds } of groups) {
		const items = talkIds.filter((id) => !existingIds.has(id)).map((id) => newItem(id, newId()));
		if (items.length === 0) continue;
		const index = heading === "" ? sections.length - 1 : sections.findIndex((each) => each.heading === heading);
		const section = sections[index];
		if (section) sections[index] = { ...section, items: [...section.items, ...items] };
		else sections.push({ id: newId(), heading, prose: "", items });
	}
	return { ...content, sections };
}

function newSection({ heading, talks }: TalkSection, newId: () => string): WriteUpSection {
	return {
		id: newId(),
		heading: toInlineMarkdown(heading),
		prose: "",
		items: talks.map(({ id }) => newItem(id, newId())),
	};
}
