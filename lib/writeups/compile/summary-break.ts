import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { joinTexts } from "./join-texts";

// https://gohugo.io/content-management/summaries/
const SUMMARY_BREAK = "<!--more-->";
const BREAK = /^<!--\s*more\s*-->$/i;

/** The sign in an intro at which its summary ends, as it is written there; null where there is none. */
export function findSummaryBreak(intro: string): string | null {
	return blocksOf(intro).find(({ isBreak }) => isBreak)?.markdown ?? null;
}

/** A settled intro with its summary break, at its end where it has none of its own; or without any. */
export function applySummaryBreak(intro: string, isWanted: boolean): string {
	if (intro === "") return "";
	if (isWanted) return findSummaryBreak(intro) === null ? joinTexts([intro, SUMMARY_BREAK]) : intro;
	return findSummaryBreak(intro) === null
		? intro
		: joinTexts(blocksOf(intro).flatMap(({ markdown, isBreak }) => (isBreak ? [] : [markdown])));
}

function blocksOf(intro: string): { markdown: string; isBreak: boolean }[] {
	if (!/<!--\s*more/i.test(intro)) return [{ markdown: intro, isBreak: false }];
	const parts: { markdown: string; isBreak: boolean }[] = [];
	let start = 0;
	for (const { type, position } of parseMarkdownWithHtml(intro).children) {
		const from = position?.start.offset ?? 0;
		const markdown = intro.slice(from, position?.end.offset);
		if (type !== "html" || !BREAK.test(markdown)) continue;
		parts.push({ markdown: withoutBlankLines(intro.slice(start, from)), isBreak: false }, { markdown, isBreak: true });
		start = position?.end.offset ?? start;
	}
	parts.push({ markdown: withoutBlankLines(intro.slice(start)), isBreak: false });
	return parts.filter(({ markdown }) => markdown !== "");
}

function withoutBlankLines(text: string): string {
	return text.replace(/^(?:[ \t]*\n)+|[ \t\n]+$/g, "");
}
