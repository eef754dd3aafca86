import { isBlank } from "@/lib/notes/content";
import type { MarkdownOptions } from "../options";
import type { WriteUpItem } from "../types";
import { hasLinkTo } from "./find-links";
import { oneLine } from "./lines";
import { isPlainText, normalizeHeading, parseLine, toHeading } from "./normalize-line";
import { normalizeText } from "./normalize-text";
import { writeLabelledTakeaways, writeTakeawayLines } from "./takeaways";
import { writeResourceLine, writeTalkLine } from "./talk-lines";
import { type Escaping, escapeTemplates } from "./template-syntax";
import type { CompiledTalk } from "./types";

/** What an item is about, as far as its lines say it. */
export type ItemTalk = Pick<CompiledTalk, "title" | "slug" | "url" | "speakers" | "links" | "addresses">;

type CompiledItem = {
	readonly texts: readonly string[];
	/** The talk, where it is to stand in the list at the section's end. */
	readonly listed: ItemTalk | null;
};

/** The file that is written. */
export type CompiledFile = {
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly options: MarkdownOptions;
	/** Names of its footnotes so far. */
	readonly taken: Set<string>;
	/** Of what is not the author's own for this file: notes, and what talks are called. */
	readonly escaping: Escaping;
};

/** What an item writes, one below the other. */
export function compileItem(item: WriteUpItem, { talks, options, taken, escaping }: CompiledFile): CompiledItem {
	const talk = item.talkId === null ? undefined : talks.get(item.talkId);
	const about = talk ?? missing(item);
	const noteContent = {
		text: item.text ?? talk?.note?.text ?? "",
		takeaways: item.takeaways ?? (talk?.note?.takeaways ?? []).filter(({ id }) => !item.leftOut.includes(id)),
	};
	if (about && isBlank(noteContent) && options.withoutNote !== "whole") {
		return { texts: [], listed: options.withoutNote === "list" ? about : null };
	}
	const level = Math.min(6, options.headingLevel + 2);
	const context = { level, nestedLevel: level, isOwn: item.text !== null };
	const escaped = (markdown: string) => escapeTemplates(markdown, escaping);
	const ownHeading = item.heading !== null && !(about && isTalkTitle(item.heading, about)) ? item.heading : null;
	const heading =
		ownHeading === null
			? escaped(about ? toHeading(oneLine(about.title) || about.slug) : "")
			: normalizeHeading(ownHeading);
	const prefix = item.text === null && talk ? prefixOf(talk.slug) : null;
	const normalized = normalizeText(noteContent.text, context, prefix, taken);
	const text = context.isOwn ? normalized : escaped(normalized);
	const lines = writeTakeawayLines(noteContent.takeaways, about?.links ?? [], options.times, item.takeaways !== null);
	const resources = about ? escaped(writeResourceLine(about, options)) : "";
	const isIntroduced = !about || hasLinkTo(`${heading}\n\n${text}`, about.addresses);
	const line = about && options.introducesTalks && !isIntroduced ? escaped(writeTalkLine(about)) : "";
	const written = item.takeaways === null ? lines.map(escaped) : lines;
	const texts = [
		heading && `${"#".repeat(Math.min(6, options.headingLevel + 1))} ${heading}`,
		line,
		...(isIntroduced ? [text, resources] : [resources, text]),
		written.length > 0 ? writeLabelledTakeaways(written, options, level) : "",
	];
	return { texts: texts.filter((each) => each !== ""), listed: null };
}

/** Whether a heading says a talk's title and nothing else, without any markup. */
export function isTalkTitle(heading: string, { title }: Pick<ItemTalk, "title">): boolean {
	const line = oneLine(heading);
	if (line === "" || line === title) return line !== "";
	if (line === oneLine(title) || isPlainText(line)) return line === oneLine(title);
	const [only, ...others] = parseLine(line, "heading", true).block?.children ?? [];
	return only?.type === "text" && others.length === 0 && only.value === oneLine(title);
}

function missing({ missingTalk }: WriteUpItem): ItemTalk | null {
	if (!missingTalk) return null;
	const { title, url } = missingTalk;
	return { title, slug: "", url, speakers: [], links: [], addresses: url === null ? [] : [url] };
}

/** Footnotes of a note are named after its talk, so that a note elsewhere that is added or removed changes none of them. */
function prefixOf(slug: string): string {
	return (
		slug
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, "-")
			.replace(/^-/, "") || "note"
	);
}
