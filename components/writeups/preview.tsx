"use client";

import { memo, useDeferredValue, useMemo } from "react";
import { renderMarkdown } from "@/lib/markdown/render";
import { formatAmount } from "@/lib/text/format-amount";
import { compileWriteUp } from "@/lib/writeups/compile/compile";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { MarkdownOptions } from "@/lib/writeups/options";
import { EMPTY_CONTENT, type WriteUpContent, type WriteUpItem, type WriteUpSection } from "@/lib/writeups/types";
import { countWords, readingMinutes } from "@/lib/writeups/word-count";

type Talks = ReadonlyMap<number, CompiledTalk>;

type Props = {
	readonly content: WriteUpContent;
	readonly talks: Talks;
	readonly options: MarkdownOptions;
	readonly isMarkdown: boolean;
};

/** Of its sections' headings, below its title, and of its talks'. */
const SECTION = 3;
const TALK = 4;

/** A write-up as it will be, as a page or as the file: it follows the fields when the browser has time. */
export default function Preview(props: Props) {
	const { content, talks, options, isMarkdown } = useDeferredValue(props);
	const file = useMemo(() => compileWriteUp(content, talks, options), [content, talks, options]);
	const wordCount = countWords(file);
	return (
		<>
			<p role="status" aria-live="off" className="mb-3 text-sm text-ink-soft">
				{formatAmount(wordCount, "word", "words")}, {readingMinutes(wordCount)} min to read
			</p>
			{isMarkdown ? (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
				<pre className="font-mono text-sm wrap-anywhere whitespace-pre-wrap" tabIndex={0}>
					{file}
				</pre>
			) : (
				<RenderedWriteUp content={content} talks={talks} options={options} />
			)}
		</>
	);
}

/** Piece by piece, so that a key draws one of them again. */
function RenderedWriteUp({
	content,
	talks,
	options,
}: {
	content: WriteUpContent;
	talks: Talks;
	options: MarkdownOptions;
}) {
	const plain = useMemo(() => ({ ...options, flavour: "plain" as const, summaryBreak: false }), [options]);
	return (
		<article className="prose [&_h2]:text-2xl [&_h3]:text-xl [&_h4]:text-lg">
			<h2>{content.title || "Untitled"}</h2>
			<Text markdown={content.intro} level={SECTION} id="intro" />
			{content.sections.map((section) => (
				<RenderedSection key={section.id} section={section} talks={talks} options={plain} />
			))}
			{content.outro.trim() !== "" && <hr />}
			<Text markdown={content.outro} level={SECTION} id="outro" />
		</article>
	);
}

type PartProps = { section: WriteUpSection; talks: Talks; options: MarkdownOptions };

const RenderedSection = memo(function RenderedSection({ section, talks, options }: PartProps) {
	const { heading, prose, id } = section;
	const head = useMemo(
		() => compileWriteUp({ ...EMPTY_CONTENT, sections: [{ id: "s", heading, prose, items: [] }] }, new Map(), options),
		[heading, prose, options],
	);
	return (
		<>
			<Text markdown={head} level={SECTION} id={id} />
			{section.items.map((item) => (
				<RenderedItem
					key={item.id}
					item={item}
					talk={item.talkId === null ? undefined : talks.get(item.talkId)}
					options={options}
				/>
			))}
		</>
	);
});

type ItemProps = { item: WriteUpItem; talk: CompiledTalk | undefined; options: MarkdownOptions };

const RenderedItem = memo(function RenderedItem({ item, talk, options }: ItemProps) {
	const markdown = useMemo(
		() =>
			compileWriteUp(
				{ ...EMPTY_CONTENT, sections: [{ id: "s", heading: "", prose: "", items: [item] }] },
				new Map(talk ? [[talk.id, talk]] : []),
				options,
			),
		[item, talk, options],
	);
	return <Text markdown={markdown} level={TALK} id={item.id} />;
});

const Text = memo(function Text({
	markdown,
	level,
	id,
}: {
	markdown: string;
	level: typeof SECTION | typeof TALK;
	id: string;
}) {
	// A comment is for programs, such as where a summary ends.
	const visibleMarkdown = markdown.replace(/^<!--[^\n]*?-->$/gm, "");
	return visibleMarkdown.trim() === ""
		? null
		: renderMarkdown(visibleMarkdown, { headingLevel: level, idPrefix: `looks-${id}-` });
});
