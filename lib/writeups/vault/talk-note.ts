import { exceedsLimits } from "@/lib/markdown/limits";
import { MARK_LABELS } from "@/lib/marks/status";
import { formatIsoDate, formatTime } from "@/lib/text/format";
import { compileWriteUp } from "../compile/compile";
import { normalize } from "../compile/normalize";
import type { CompiledTalk } from "../compile/types";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import { EMPTY_CONTENT, type WriteUpContent } from "../types";
import { escapeObsidianSyntax, placeholders, toTags, wikilink, writeProperties } from "./obsidian-syntax";
import type { VaultPlan } from "./plan";

/** A talk's note: what is known of it as properties and links, and what was written on it. */
export function writeTalkNote(
	talk: ExportedTalk,
	compiled: CompiledTalk,
	plan: VaultPlan,
	options: MarkdownOptions,
): string {
	const { text = "", takeaways = [] } = compiled.note ?? {};
	const placeholder = placeholders([text, talk.title, ...takeaways.map((takeaway) => takeaway.text)]);
	const verbatim = toVerbatimNote(normalize(text));
	const markdown = compileWriteUp(
		contentOfTalk(talk.id),
		new Map([
			[
				talk.id,
				{
					...compiled,
					speakers: plan.namesOfSpeakers(talk).map((name) => placeholder.of(wikilink(name))),
					// So that its line is always written: there is nothing else that says who spoke.
					addresses: [],
					note: compiled.note && { ...compiled.note, text: verbatim ? placeholder.of(verbatim) : text },
				},
			],
		]),
		{ ...options, ...TALK_NOTE_OPTIONS },
	);
	return `${properties(talk, plan)}\n${relatedLinks(talk, plan)}\n\n${placeholder.fill(escapeObsidianSyntax(markdown))}`;
}

const TALK_NOTE_OPTIONS = {
	flavour: "plain",
	headingLevel: 1,
	summaryBreak: false,
	introducesTalks: true,
	// Properties have them.
	recordings: false,
	slides: false,
	withoutNote: "whole",
} as const satisfies Partial<MarkdownOptions>;

function contentOfTalk(talkId: number): WriteUpContent {
	const item = { id: "talk", talkId, missingTalk: null, heading: "", text: null, takeaways: null, leftOut: [] };
	return { ...EMPTY_CONTENT, sections: [{ id: "section", heading: "", prose: "", items: [item] }] };
}

/** Links to what it is a part of. */
function relatedLinks(talk: ExportedTalk, plan: VaultPlan): string {
	const names = [plan.nameOfConference(talk), plan.nameOfTrack(talk), ...plan.namesOfTopics(talk)];
	return names.flatMap((name) => (name === null ? [] : wikilink(name))).join(" · ");
}

/** https://help.obsidian.md/properties */
function properties(talk: ExportedTalk, plan: VaultPlan): string {
	const { timeZone, slug } = talk.conference;
	const name = plan.nameOfTalk(talk.id);
	const track = plan.nameOfTrack(talk);
	const linksOf = (kind: "RECORDING" | "SLIDES") =>
		talk.links.filter((link) => link.kind === kind).map(({ url }) => url);
	return writeProperties({
		title: talk.title,
		aliases: talk.title === name ? [] : [talk.title],
		conference: wikilink(plan.nameOfConference(talk)),
		date: { plain: `${formatIsoDate(talk.start, timeZone)}T${formatTime(talk.start, timeZone)}:00` },
		day: { plain: talk.day },
		track: track && wikilink(track),
		speakers: plan.namesOfSpeakers(talk).map(wikilink),
		topics: plan.namesOfTopics(talk).map(wikilink),
		tags: toTags([slug, ...talk.topics.map((topic) => topic.name)]),
		status: talk.mark && MARK_LABELS[talk.mark.status].toLowerCase(),
		rating: talk.rating === null ? null : { plain: String(talk.rating) },
		watched: talk.watchedOn === null ? null : { plain: talk.watchedOn },
		url: talk.url,
		recording: linksOf("RECORDING"),
		slides: linksOf("SLIDES"),
	});
}

/** HTML, footnotes, definitions, and what Obsidian alone gives a meaning. */
const NEEDS_PARSER = /<[A-Za-z!?/]|\[\^|\]:|\[\[|%%|\$\$/;
const HEADING = /^( {0,3})(#{1,6})(?=[ \t]|$)/;
/** A heading that stands in a list or a quotation, or what might be one. */
const NESTED_HEADING = /^[^#\p{L}]*#{1,6}(?:[ \t]|$)/u;
/** What makes a heading of the words above it. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FENCE = /`{3,}|~{3,}/;
const OPENING = /^(`{3,})[^`]*$|^(~{3,})/;

/** Of a note's highest heading, as in other exports at their highest level: sections are 1, talks are 2. */
const FIRST_LEVEL = 3;
const MAX_LEVEL = 6;

/**
 * A note's text as it can stand in a file of its own, its headings sunk, where a glance at its lines is enough to know that
 * nothing in it stays open or means something else there; null where the parser has to look. A thousand long notes are
 * written in the time in which the parser reads some fifty.
 */
function toVerbatimNote(text: string): string | null {
	const lines = text.split("\n");
	const isCode = findCodeLines(lines);
	if (!isCode || text.startsWith("---") || exceedsLimits(text)) return null;
	const needsParser = (line: string, index: number) =>
		!isCode[index] &&
		(NEEDS_PARSER.test(line) ||
			(!HEADING.test(line) && NESTED_HEADING.test(line)) ||
			(UNDERLINE.test(line) && (lines[index - 1] ?? "").trim() !== ""));
	if (lines.some(needsParser)) return null;
	return shiftHeadings(lines, isCode).join("\n");
}

/** Which lines are of fenced code; null where that is not plain to see, or one is left open. */
function findCodeLines(lines: readonly string[]): boolean[] | null {
	let fence: string | null = null;
	const isCode: boolean[] = [];
	for (const line of lines) {
		isCode.push(fence !== null || FENCE.test(line));
		if (fence === null) {
			const [, ticks, tildes] = OPENING.exec(line) ?? [];
			fence = ticks ?? tildes ?? null;
			// Within a list or a quotation, or within a line.
			if (fence === null && FENCE.test(line)) return null;
		} else if (closesFence(fence, line)) fence = null;
	}
	return fence === null ? isCode : null;
}

function closesFence(fence: string, line: string): boolean {
	const [, end = ""] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
	return end.startsWith(fence);
}

function shiftHeadings(lines: readonly string[], isCode: readonly boolean[]): string[] {
	const levels = lines.flatMap((line, index) => (isCode[index] ? [] : (HEADING.exec(line)?.[2]?.length ?? [])));
	const shift = Math.max(0, FIRST_LEVEL - Math.min(...levels, MAX_LEVEL));
	if (levels.length === 0 || shift === 0) return [...lines];
	return lines.map((line, index) =>
		isCode[index]
			? line
			: line.replace(HEADING, (_all, indent: string, signs: string) => {
					return indent + "#".repeat(Math.min(MAX_LEVEL, signs.length + shift));
				}),
	);
}
