import { isBlank } from "@/lib/notes/content";
import type { MarkdownOptions } from "../options";
import type { WriteUpItem } from "../types";
import { hasLinkTo } from "./find-links";
import { normalizeHeading, parseHeading, toHeading } from "./normalize-line";
import { normalizeText } from "./normalize-text";
import { oneLine } from "./one-line";
import { writeLabelledTakeaways, writeTakeawayLines } from "./takeaway-lines";
import { writeResourceLine, writeTalkLine } from "./talk-lines";
import type { CompiledTalk } from "./types";

/** What an item is about, as far as its lines say it. */
export type ItemTalk = Pick<CompiledTalk, "title" | "slug" | "url" | "speakers" | "links" | "addresses">;

type CompiledItem = {
	readonly texts: readonly string[];
	/** The talk, where it is to stand in the list at the section's end. */
	readonly listed: ItemTalk | null;
};

/** What an item writes, one below the other. */
export function compileItem(
	item: WriteUpItem,
	talks: ReadonlyMap<number, CompiledTalk>,
	options: MarkdownOptions,
	taken: Set<string>,
): CompiledItem {
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
	const heading = compileItemHeading(item.heading, about);
	const text = normalizeText(noteContent.text, context, item.text === null && talk ? prefixOf(talk.slug) : null, taken);
	const lines = writeTakeawayLines(noteContent.takeaways, about?.links ?? [], options.times, item.takeaways !== null);
	const resources = about ? writeResourceLine(about, options) : "";
	const isIntroduced = !about || hasLinkTo(`${heading}\n\n${text}`, about.addresses);
	const line = about && options.introducesTalks && !isIntroduced ? writeTalkLine(about) : "";
	const texts = [
		heading && `${"#".repeat(Math.min(6, options.headingLevel + 1))} ${heading}`,
		line,
		...(isIntroduced ? [text, resources] : [resources, text]),
		lines.length > 0 ? writeLabelledTakeaways(lines, options, level) : "",
	];
	return { texts: texts.filter((each) => each !== ""), listed: null };
}

/** Of null, and of what is the same words in other signs, the talk's title. */
function compileItemHeading(heading: string | null, about: Pick<ItemTalk, "title" | "slug"> | null): string {
	if (heading === null) return about ? toHeading(oneLine(about.title) || about.slug) : "";
	return about && isTalkTitle(heading, about) ? toHeading(about.title) : normalizeHeading(heading);
}

/** Whether a heading says a talk's title and nothing else, without any markup. */
export function isTalkTitle(heading: string, { title }: Pick<ItemTalk, "title">): boolean {
	const line = oneLine(heading);
	if (line === "" || line === title) return line !== "";
	const read = parseHeading(line)?.heading.children;
	const [only, ...others] = read ?? [];
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
