import type { Nodes } from "mdast";
import type { Tx } from "@/lib/db/client";
import { MAX_NODES_OF_FILE } from "@/lib/markdown/limits";
import { parseMarkdownWithHtml } from "@/lib/markdown/parse";
import { compileWriteUp } from "../compile/compile";
import { normalize } from "../compile/lines";
import type { CompiledTalk } from "../compile/types";
import { listTalkIds, loadWriteUpTalks } from "../queries";
import { findPostUrls } from "../read/links";
import { parseFrontMatterFields } from "../read/read-fields";
import { parsePost } from "../read/read-post";
import { splitFrontMatter } from "../read/split-front-matter";
import type { ParsedPost, UnknownTalk } from "../read/types";
import type { WriteUpContent, WriteUpItem } from "../types";
import { findTalkIdsByUrl } from "./find-by-url";

/** A post as it is read here, and the talks that it is about. */
export type MatchedPost = Omit<ParsedPost, "unknown"> & {
	/** The post as it would be written, were it not for what is not in the write-up. */
	readonly post: string;
	/** By id, with the visitor's notes. */
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	/** Headings at the level of talks that are none's by an address, by the places' ids; those that were picked among them. */
	readonly unknown: readonly UnknownTalk[];
	/** Whether the write-up is written as the post, but for blanks at its end; or says what it says in other signs. */
	readonly sameness: "same" | "says-the-same" | "other";
	/** Where it is not: the first lines that differ, numbered from 1. */
	readonly difference: { readonly line: number; readonly post: string; readonly writeUp: string } | null;
};

type Input = {
	readonly userId: string;
	readonly markdown: string;
	/** The talks that somebody says headings mean, by the ids of `unknown`; those that are not here are passed over. */
	readonly picks: ReadonlyMap<string, number>;
};

/** Reads a post with the talks that are here. */
export async function matchPost(db: Tx, { userId, markdown, picks }: Input): Promise<MatchedPost> {
	const addresses = findPostUrls(markdown);
	const talkOfAddress = await findTalkIdsByUrl(db, addresses);
	const linked = addresses.flatMap((address) => talkOfAddress(address) ?? []);
	const talks = await loadWriteUpTalks(db, { userId, talkIds: [...linked, ...picks.values()] });
	const { content: read, ...rest } = parsePost(markdown, talkOfAddress, (id) => talks.get(id));
	const content = withPicks(read, new Set(rest.unknown.map(({ itemId }) => itemId)), picks, talks);
	const post = `${normalize(markdown)}\n`;
	const writeUp = compileWriteUp(content, talks, rest.options);
	const used = new Set(listTalkIds(content));
	return {
		...rest,
		...{ content, post },
		talks: new Map([...talks].filter(([id]) => used.has(id))),
		sameness: writeUp === post ? "same" : isEquivalentPost(post, writeUp) ? "says-the-same" : "other",
		difference: writeUp === post ? null : differenceOf(post, writeUp),
	};
}

function withPicks(
	content: WriteUpContent,
	unknown: ReadonlySet<string>,
	picks: ReadonlyMap<string, number>,
	talks: ReadonlyMap<number, CompiledTalk>,
): WriteUpContent {
	const pick = (item: WriteUpItem): WriteUpItem => {
		const talk = unknown.has(item.id) ? talks.get(picks.get(item.id) ?? -1) : undefined;
		return talk ? { ...item, talkId: talk.id } : item;
	};
	return {
		...content,
		sections: content.sections.map((section) => ({ ...section, items: section.items.map(pick) })),
	};
}

function differenceOf(post: string, writeUp: string): MatchedPost["difference"] {
	const [before, after] = [post.split("\n"), writeUp.split("\n")];
	const index = before.findIndex((line, at) => line !== after[at]);
	const at = index < 0 ? before.length : index;
	return { line: at + 1, post: before[at] ?? "", writeUp: after[at] ?? "" };
}

/** Whether two posts say the same, in whatever signs: their front matter's fields and the syntax trees of what is below it. */
export function isEquivalentPost(post: string, other: string): boolean {
	const [a, b] = [post, other].map((each) => {
		const { frontMatter, body } = splitFrontMatter(each);
		const { fields } = parseFrontMatterFields(frontMatter);
		return JSON.stringify([fields, bare(parseMarkdownWithHtml(body, MAX_NODES_OF_FILE))]);
	});
	return a === b;
}

/** A tree without where its nodes stand, and how far apart. */
function bare(node: Nodes): unknown {
	const { position: _, ...rest } = node;
	const plain = { ...rest, ...("spread" in rest && { spread: null }), data: undefined };
	if ("value" in plain && typeof plain.value === "string" && node.type === "text") {
		return { ...plain, value: plain.value.replace(/\s*\n\s*/g, "\n") };
	}
	return "children" in node ? { ...plain, children: node.children.map(bare) } : plain;
}
