import type { MarkdownOptions } from "../options";
import type { WriteUpContent, WriteUpSection } from "../types";
import { boundTexts } from "./bound-texts";
import { writeFrontMatter } from "./front-matter";
import { type CompiledFile, compileItem } from "./item";
import { joinTexts } from "./join-texts";
import { normalizeHeading, toHeading } from "./normalize-line";
import { normalizeText } from "./normalize-text";
import { applySummaryBreak, findSummaryBreak } from "./summary-break";
import { writeBulletList } from "./takeaways";
import { writeTalkLine } from "./talk-lines";
import { escapeTemplates, escapingFor, hasTemplates } from "./template-syntax";
import type { CompiledTalk } from "./types";

/**
 * A write-up as a Markdown file, whole, which ends in a newline. `talks` are those of its items, by id; an item of a talk
 * that is not among them is written as one without a talk. The same data gives the same bytes, and what `readPost` reads
 * from the file is written as it is.
 */
export function compileWriteUp(
	whole: WriteUpContent,
	talks: ReadonlyMap<number, CompiledTalk>,
	options: MarkdownOptions,
): string {
	const content = boundTexts(whole, talks);
	const { flavour } = options;
	const file = { talks, options, taken: new Set<string>(), escaping: escapingFor(flavour, hasOwnTemplates(content)) };
	const intro = compileIntro(content, file);
	const sections = content.sections.flatMap((section) => compileSection(section, file));
	const outro = normalizeText(content.outro, contextOf(options, 0), null, file.taken);
	const title = flavour === "plain" ? toHeading(content.title) : "";
	const body = joinTexts([
		...(title ? [`# ${title}`] : []),
		...(intro ? [intro] : []),
		...sections,
		...(outro ? ["___", outro] : []),
	]);
	const isWithoutLiquid = flavour === "astro" && !hasOwnTemplates(content) && hasTemplates(body);
	const front = writeFrontMatter(content, flavour, findSummaryBreak(intro), isWithoutLiquid);
	if (body === "") return front;
	// What looks like the beginning of front matter would be taken for it.
	if (front === "") return `${/^(?:---|\+\+\+)[ \t]*(?:\n|$)/.test(body) ? "<!-- -->\n\n" : ""}${body}\n`;
	return `${front}\n${body}\n`;
}

function hasOwnTemplates({ intro, sections, outro }: WriteUpContent): boolean {
	return hasTemplates(JSON.stringify([intro, sections, outro]));
}

/** A text's place, so many levels below the sections' heading. */
function contextOf({ headingLevel }: MarkdownOptions, below: 0 | 1 | 2) {
	return { level: Math.min(6, headingLevel + below), nestedLevel: Math.min(6, headingLevel + 2), isOwn: true };
}

function compileIntro({ intro }: WriteUpContent, { options, taken }: CompiledFile): string {
	return applySummaryBreak(normalizeText(intro, contextOf(options, 0), null, taken), options.summaryBreak);
}

function compileSection(section: WriteUpSection, file: CompiledFile): string[] {
	const { options, taken, escaping } = file;
	const heading = normalizeHeading(section.heading);
	const prose = normalizeText(section.prose, contextOf(options, 1), null, taken);
	const items = section.items.map((item) => compileItem(item, file));
	const listed = items.flatMap(({ listed }) => (listed ? [escapeTemplates(writeTalkLine(listed), escaping)] : []));
	return [
		...(heading ? [`${"#".repeat(options.headingLevel)} ${heading}`] : []),
		...(prose ? [prose] : []),
		...items.flatMap(({ texts }) => texts),
		...(listed.length > 0 ? [writeBulletList(listed, options.bullet === "1." ? "-" : options.bullet)] : []),
	];
}
