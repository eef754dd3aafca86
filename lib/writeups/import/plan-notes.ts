import { isDeepStrictEqual } from "node:util";
import { contains } from "@/lib/notes/contains";
import { isBlank } from "@/lib/notes/content";
import { mergeNoteContent } from "@/lib/notes/merge";
import { noteContentSchema } from "@/lib/notes/schema";
import type { NoteContent } from "@/lib/notes/types";
import { compileWriteUp } from "../compile/compile";
import { compileItem } from "../compile/item";
import { escapingFor } from "../compile/template-syntax";
import type { CompiledTalk } from "../compile/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent, WriteUpItem } from "../types";
import type { NoteChoice, PlannedNote } from "./types";

export type PostWithNotes = {
	/** Places say what the talks' notes say, where that is written the same. */
	readonly content: WriteUpContent;
	/** Of each talk that something is written about, once. */
	readonly notes: readonly PlannedNote[];
};

type Input = {
	/** As it was read: places have texts and takeaways of their own. */
	readonly content: WriteUpContent;
	readonly options: MarkdownOptions;
	/** With the visitor's notes as they are. */
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	/** Of notes that say something else; those not named stay. */
	readonly choices: ReadonlyMap<number, NoteChoice>;
	/** Makes ids of takeaways. */
	readonly newId: () => string;
};

/**
 * What becomes of the notes on the talks of a post: what the first place of each says becomes its note where there is none.
 * The write-up is written as it was read, whatever is chosen.
 */
export function planNotes({ content, options, talks, choices, newId }: Input): PostWithNotes {
	const notes = new Map<number, PlannedNote>();
	const places = content.sections.flatMap(({ items }) => items);
	const noted = new Map<number, WriteUpItem>();
	for (const item of places) {
		const talk = item.talkId === null ? undefined : talks.get(item.talkId);
		if (!talk || noted.has(talk.id) || isBlank(saidBy(item))) continue;
		noted.set(talk.id, item);
		notes.set(talk.id, planNote(talk, saidBy(item), choices.get(talk.id) ?? "keep", newId));
	}
	const after = withNotes(talks, notes);
	const joined = mapItems(content, (item) => {
		const talk = item.talkId === null ? undefined : after.get(item.talkId);
		const isNoteOfTalk = talk && (noted.get(talk.id) === item || (!noted.has(talk.id) && !talk.note));
		if (!isNoteOfTalk) return item;
		const asNote = { ...item, text: null, takeaways: null, leftOut: [] };
		return isWrittenTheSame(item, asNote, after, options) ? asNote : item;
	});
	// Places may mean footnotes of each other.
	const isSame = compileWriteUp(joined, after, options) === compileWriteUp(content, talks, options);
	return { content: isSame ? joined : content, notes: [...notes.values()] };
}

function planNote(talk: CompiledTalk, said: NoteContent, choice: NoteChoice, newId: () => string): PlannedNote {
	const talkId = talk.id;
	const own = { text: said.text, takeaways: said.takeaways.map((takeaway) => ({ ...takeaway, id: newId() })) };
	if (!talk.note || isBlank(talk.note)) return checked(talkId, "made", own);
	if (isSameSaid(talk.note, said)) return { talkId, fate: "same", content: null };
	if (choice === "replace") return checked(talkId, "replaced", own);
	if (choice === "keep" || saysAll(talk.note, said)) return { talkId, fate: "kept", content: null };
	const hasText = contains(talk.note.text, said.text);
	return checked(talkId, "added", mergeNoteContent(talk.note, { ...own, text: hasText ? "" : own.text }, newId));
}

function checked(talkId: number, fate: "made" | "added" | "replaced", content: NoteContent): PlannedNote {
	const parsed = noteContentSchema.safeParse(content);
	return parsed.success ? { talkId, fate, content: parsed.data } : { talkId, fate: "too-long", content: null };
}

function saidBy({ text, takeaways }: WriteUpItem): NoteContent {
	return { text: text ?? "", takeaways: takeaways ?? [] };
}

/** Whether a note lacks nothing of what a post says. */
function saysAll(note: NoteContent, said: NoteContent): boolean {
	const has = new Set(note.takeaways.map(({ text }) => text));
	return contains(note.text, said.text) && said.takeaways.every(({ text }) => text.trim() === "" || has.has(text));
}

function isSameSaid(note: NoteContent, said: NoteContent): boolean {
	const bare = ({ takeaways }: NoteContent) => takeaways.map(({ text, time }) => ({ text, time: time ?? null }));
	return note.text === said.text && isDeepStrictEqual(bare(note), bare(said));
}

function withNotes(
	talks: ReadonlyMap<number, CompiledTalk>,
	notes: ReadonlyMap<number, PlannedNote>,
): ReadonlyMap<number, CompiledTalk> {
	return new Map(
		[...talks].map(([id, talk]) => {
			const content = notes.get(id)?.content;
			return [id, content ? { ...talk, note: { ...content, updatedAt: talk.start } } : talk];
		}),
	);
}

function isWrittenTheSame(
	item: WriteUpItem,
	asNote: WriteUpItem,
	talks: ReadonlyMap<number, CompiledTalk>,
	options: MarkdownOptions,
): boolean {
	const [own, note] = [item, asNote].map((each) =>
		compileItem(each, { talks, options, taken: new Set(), escaping: escapingFor(options.flavour, true) }),
	);
	return isDeepStrictEqual(own, note);
}

function mapItems(content: WriteUpContent, change: (item: WriteUpItem) => WriteUpItem): WriteUpContent {
	return {
		...content,
		sections: content.sections.map((section) => ({ ...section, items: section.items.map(change) })),
	};
}
