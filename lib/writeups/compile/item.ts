import { isBlank } from "@/lib/notes/content";
import type { MarkdownOptions } from "../options";
import type { WriteUpItem } from "../types";
import { linksTo } from "./links-itself";
import { oneLine } from "./one-line";
import { headingOfText, readHeading, settleHeading } from "./settle-line";
import { settleText } from "./settle-text";
import { labelledTakeaways, takeawayLines } from "./takeaway-lines";
import { resourceLine, talkLine } from "./talk-lines";
import type { CompiledTalk } from "./types";

/** What an item is about, as far as its lines say it. */
export type ItemTalk = Pick<CompiledTalk, "title" | "slug" | "url" | "speakers" | "links" | "addresses">;

type SettledItem = {
	readonly texts: readonly string[];
	/** The talk, where it is to stand in the list at the section's end. */
	readonly listed: ItemTalk | null;
};

/** What an item writes, one below the other. */
export function settledItem(
	item: WriteUpItem,
	talks: ReadonlyMap<number, CompiledTalk>,
	options: MarkdownOptions,
	taken: Set<string>,
): SettledItem {
	const talk = item.talkId === null ? undefined : talks.get(item.talkId);
	const about = talk ?? missing(item);
	const written = {
		text: item.text ?? talk?.note?.text ?? "",
		takeaways: item.takeaways ?? (talk?.note?.takeaways ?? []).filter(({ id }) => !item.leftOut.includes(id)),
	};
	if (about && isBlank(written) && options.withoutNote !== "whole") {
		return { texts: [], listed: options.withoutNote === "list" ? about : null };
	}
	const level = Math.min(6, options.headingLevel + 2);
	const place = { level, nestedLevel: level, isOwn: item.text !== null };
	const heading = settledItemHeading(item.heading, about);
	const text = settleText(written.text, place, item.text === null && talk ? prefixOf(talk.slug) : null, taken);
	const lines = takeawayLines(written.takeaways, about?.links ?? [], options.times, item.takeaways !== null);
	const resources = about ? resourceLine(about, options) : "";
	const isIntroduced = !about || linksTo(`${heading}\n\n${text}`, about.addresses);
	const line = about && options.introducesTalks && !isIntroduced ? talkLine(about) : "";
	const texts = [
		heading && `${"#".repeat(Math.min(6, options.headingLevel + 1))} ${heading}`,
		line,
		...(isIntroduced ? [text, resources] : [resources, text]),
		lines.length > 0 ? labelledTakeaways(lines, options, level) : "",
	];
	return { texts: texts.filter((each) => each !== ""), listed: null };
}

/** Of null, and of what is the same words in other signs, the talk's title. */
function settledItemHeading(heading: string | null, about: Pick<ItemTalk, "title" | "slug"> | null): string {
	if (heading === null) return about ? headingOfText(oneLine(about.title) || about.slug) : "";
	return about && isTitle(heading, about) ? headingOfText(about.title) : settleHeading(heading);
}

/** Whether a heading says a talk's title and nothing else, without any markup. */
export function isTitle(heading: string, { title }: Pick<ItemTalk, "title">): boolean {
	const line = oneLine(heading);
	if (line === "" || line === title) return line !== "";
	const read = readHeading(line)?.heading.children;
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
