import type { CompiledTalk } from "../compile/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";

/** A heading at the level of talks of which no address told which talk it is about. */
export type UnknownTalk = {
	/** Of the item in the content. */
	readonly itemId: string;
	/** The heading's words. */
	readonly title: string;
	/** The first address linked below it; null for none. */
	readonly address: string | null;
};

export type ParsedPost = {
	/** Ids are `s1`, `s2`, … of sections, `i1`, … of items and `t1`, … of takeaways; items have texts and takeaways of their own. */
	readonly content: WriteUpContent;
	/** As the post is written, as far as it tells. */
	readonly options: MarkdownOptions;
	readonly unknown: readonly UnknownTalk[];
	/** One sentence each, of what could not be read. */
	readonly problems: readonly string[];
};

/** Which talk an address is of; null where none is known. Given addresses as they stand in the post. */
export type FindTalkId = (address: string) => number | null;
export type FindTalk = (id: number) => CompiledTalk | undefined;
