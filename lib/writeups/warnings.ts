import { isBlank } from "@/lib/notes/content";
import { removeFields } from "./compile/further-fields";
import type { CompiledTalk } from "./compile/types";
import type { WriteUpContent, WriteUpItem } from "./types";

/** What a write-up lacks, and where. */
export type WriteUpWarning =
	| { readonly kind: "title" | "date" | "front-matter" }
	| { readonly kind: "heading" | "empty-section"; readonly sectionId: string }
	/** Nothing is written on the talk, here or in its note. */
	| { readonly kind: "note"; readonly itemId: string; readonly title: string }
	/** The talk is not here (yet). */
	| { readonly kind: "talk"; readonly itemId: string; readonly title: string };

/** What is missing in a write-up, from its beginning to its end. */
export function findWarnings(content: WriteUpContent, talks: ReadonlyMap<number, CompiledTalk>): WriteUpWarning[] {
	const { title, date, frontMatter, sections } = content;
	return [
		...(title.trim() === "" ? [{ kind: "title" } as const] : []),
		...(date.trim() === "" ? [{ kind: "date" } as const] : []),
		...(removeFields(frontMatter, []) === null ? [{ kind: "front-matter" } as const] : []),
		...sections.flatMap(({ id, heading, prose, items }): WriteUpWarning[] => [
			...(heading.trim() === "" ? [{ kind: "heading", sectionId: id } as const] : []),
			...(prose.trim() === "" && items.length === 0 ? [{ kind: "empty-section", sectionId: id } as const] : []),
			...items.flatMap((item) => findItemWarnings(item, talks)),
		]),
	];
}

function findItemWarnings(item: WriteUpItem, talks: ReadonlyMap<number, CompiledTalk>): WriteUpWarning[] {
	const { id: itemId, talkId, missingTalk, text, takeaways } = item;
	if (missingTalk) return [{ kind: "talk", itemId, title: missingTalk.title }];
	const talk = talkId === null ? undefined : talks.get(talkId);
	if (!talk) return [];
	const noteContent = { text: text ?? talk.note?.text ?? "", takeaways: takeaways ?? talk.note?.takeaways ?? [] };
	return isBlank(noteContent) ? [{ kind: "note", itemId, title: talk.title }] : [];
}
