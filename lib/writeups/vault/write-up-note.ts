import { compileWriteUp } from "../compile/compile";
import type { CompiledTalk } from "../compile/types";
import { inlineText } from "../export/inline-text";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { placeholders, wikilink } from "./links";
import { withoutObsidianSigns } from "./obsidian-signs";
import type { VaultPlan } from "./plan";
import { toTags } from "./tags";

/** A write-up as a note: what it is otherwise, but its talks and their speakers are links to their notes. */
export function writeUpNote(
	content: WriteUpContent,
	talks: ReadonlyMap<number, CompiledTalk>,
	plan: VaultPlan,
	options: MarkdownOptions,
): string {
	const stand = placeholders([JSON.stringify(content), ...[...talks.values()].map(({ note }) => JSON.stringify(note))]);
	const linked = plan.talks.flatMap((talk): [number, CompiledTalk][] => {
		const compiled = talks.get(talk.id);
		return compiled ? [[talk.id, asLinks(compiled, talk, plan, stand.of)]] : [];
	});
	const written = compileWriteUp(withTitles(content, talks), new Map(linked), {
		...options,
		flavour: "hugo",
		summaryBreak: false,
		introducesTalks: true,
	});
	return stand.fill(withoutObsidianSigns(written));
}

function asLinks(
	compiled: CompiledTalk,
	talk: ExportedTalk,
	plan: VaultPlan,
	stand: (meant: string) => string,
): CompiledTalk {
	return {
		...compiled,
		title: stand(wikilink(plan.nameOfTalk(talk.id) ?? "")),
		url: null,
		speakers: plan.namesOfSpeakers(talk).map((name) => stand(wikilink(name))),
		addresses: [],
	};
}

/** Headings keep their words, and tags are such as Obsidian knows. */
function withTitles(content: WriteUpContent, talks: ReadonlyMap<number, CompiledTalk>): WriteUpContent {
	return {
		...content,
		tags: toTags(content.tags),
		sections: content.sections.map((section) => ({
			...section,
			items: section.items.map((item) => {
				const talk = item.talkId === null ? undefined : talks.get(item.talkId);
				return talk && item.heading === null ? { ...item, heading: inlineText(talk.title) } : item;
			}),
		})),
	};
}
