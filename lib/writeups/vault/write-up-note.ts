import { compileWriteUp } from "../compile/compile";
import { writeFrontMatter } from "../compile/front-matter";
import { placeholders } from "../compile/template-syntax";
import type { CompiledTalk } from "../compile/types";
import { toInlineMarkdown } from "../export/sections";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { escapeObsidianSyntax, toTags, wikilink } from "./obsidian-syntax";
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
	const ownContent = withLinkedTitles(content, talks);
	// Its properties are Hugo's fields, but nothing runs Hugo's shortcodes.
	const body = compileWriteUp({ ...ownContent, title: "" }, new Map(linked), {
		...options,
		flavour: "plain",
		summaryBreak: false,
		introducesTalks: true,
	});
	const front = writeFrontMatter(ownContent, "hugo", null);
	return placeholder.fill(`${front}${body && "\n"}${escapeObsidianSyntax(body)}`);
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
