import { compileWriteUp } from "../compile/compile";
import type { CompiledTalk } from "../compile/types";
import { toInlineMarkdown } from "../export/sections";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { escapeObsidianSyntax, placeholders, toTags, wikilink } from "./obsidian-syntax";
import type { VaultPlan } from "./plan";

/** A write-up as a note: what it is otherwise, but its talks and their speakers are links to their notes. */
export function writeWriteUpNote(
	content: WriteUpContent,
	talks: ReadonlyMap<number, CompiledTalk>,
	plan: VaultPlan,
	options: MarkdownOptions,
): string {
	const placeholder = placeholders([
		JSON.stringify(content),
		...[...talks.values()].map(({ note }) => JSON.stringify(note)),
	]);
	const linked = plan.talks.flatMap((talk): [number, CompiledTalk][] => {
		const compiled = talks.get(talk.id);
		return compiled ? [[talk.id, toLinkedTalk(compiled, talk, plan, placeholder.of)]] : [];
	});
	const markdown = compileWriteUp(withLinkedTitles(content, talks), new Map(linked), {
		...options,
		flavour: "hugo",
		summaryBreak: false,
		introducesTalks: true,
	});
	return placeholder.fill(escapeObsidianSyntax(markdown));
}

function toLinkedTalk(
	compiled: CompiledTalk,
	talk: ExportedTalk,
	plan: VaultPlan,
	placeholder: (meant: string) => string,
): CompiledTalk {
	return {
		...compiled,
		title: placeholder(wikilink(plan.nameOfTalk(talk.id) ?? "")),
		url: null,
		speakers: plan.namesOfSpeakers(talk).map((name) => placeholder(wikilink(name))),
		addresses: [],
	};
}

/** Headings keep their words, and tags are such as Obsidian knows. */
function withLinkedTitles(content: WriteUpContent, talks: ReadonlyMap<number, CompiledTalk>): WriteUpContent {
	return {
		...content,
		tags: toTags(content.tags),
		sections: content.sections.map((section) => ({
			...section,
			items: section.items.map((item) => {
				const talk = item.talkId === null ? undefined : talks.get(item.talkId);
				return talk && item.heading === null ? { ...item, heading: toInlineMarkdown(talk.title) } : item;
			}),
		})),
	};
}
