import { toString as toPlainText } from "mdast-util-to-string";
import { MAX_NODES_OF_FILE, parsingCost } from "@/lib/markdown/limits";
import { parseMarkdown } from "@/lib/markdown/parse";
import { renderMarkdown } from "@/lib/markdown/render";
import { formatCount, formatDay, formatIsoDate } from "@/lib/text/format";
import { boundTexts } from "@/lib/writeups/compile/bound-texts";
import { compileWriteUp } from "@/lib/writeups/compile/compile";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { MarkdownOptions } from "@/lib/writeups/options";
import { withoutComments } from "@/lib/writeups/publish/summary";
import { EMPTY_CONTENT, type Publication, type WriteUpContent } from "@/lib/writeups/types";
import { countWords, readingMinutes } from "@/lib/writeups/word-count";

/** A longer list of sections is folded, so that what is written comes first. */
const MAX_OPEN_SECTIONS = 12;

type Props = {
	readonly content: WriteUpContent;
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly options: MarkdownOptions;
	readonly publication: Publication;
};

/** A write-up as strangers read it: drawn on the server, which sends nothing but what it says. */
export function Article({ content, talks, options, publication }: Props) {
	// As a file without front matter, of which each section is drawn by itself, so that it can be led to.
	const plain: MarkdownOptions = { ...options, flavour: "plain", headingLevel: 2, summaryBreak: false };
	const bounded = boundTexts(content, talks);
	// All parts together are drawn with no more nodes than one file may have.
	let nodesLeft = MAX_NODES_OF_FILE;
	const partOf = (part: Partial<WriteUpContent>) => {
		const markdown = withoutComments(compileWriteUp({ ...EMPTY_CONTENT, ...part }, talks, plain));
		const maxNodes = nodesLeft;
		nodesLeft = Math.max(0, nodesLeft - parsingCost(markdown));
		return { markdown, maxNodes };
	};
	const intro = partOf({ intro: bounded.intro });
	const sections = bounded.sections.map((section, index) => ({
		id: `section-${index + 1}`,
		name: toPlainText(parseMarkdown(section.heading)).trim(),
		...partOf({ sections: [section] }),
	}));
	const outro = partOf({ intro: bounded.outro });
	const named = sections.filter(({ name }) => name !== "");
	// Counting the words of what is not even formatted would take as long.
	const minutes =
		nodesLeft === 0
			? 0
			: readingMinutes(countWords([intro, ...sections, outro].map(({ markdown }) => markdown).join("\n\n")));
	const day = /^\d{4}-\d{2}-\d{2}/.exec(content.date)?.[0] ?? formatIsoDate(publication.publishedAt, "UTC");
	return (
		<article className="mx-auto max-w-prose text-[1.0625rem] leading-[1.7] wrap-anywhere">
			<header className="mt-4 mb-8">
				<h1 className="text-3xl leading-[1.2] font-bold text-balance sm:text-4xl">
					{content.title.trim() || "Untitled"}
				</h1>
				<p className="mt-3 flex flex-wrap gap-x-3 text-ink-soft [&>:not(:first-child)]:before:me-3 [&>:not(:first-child)]:before:content-['·']">
					{publication.authorName && <span>{publication.authorName}</span>}
					<time dateTime={day}>{Number.isNaN(Date.parse(day)) ? day : formatDay(day)}</time>
					{minutes > 0 && <span>{minutes} min to read</span>}
				</p>
			</header>
			<Part {...intro} id="intro" />
			{named.length > 2 && (
				<nav aria-label="Sections" className="my-8 rounded-lg border border-line px-5 py-3">
					<details open={named.length <= MAX_OPEN_SECTIONS}>
						<summary className="py-2.5 font-semibold">{formatCount(named.length)} sections</summary>
						<ol className="columns-[16rem] gap-x-8">
							{named.map(({ id, name }) => (
								<li key={id}>
									<a href={`#${id}`} className="inline-flex min-h-9 items-center max-sm:min-h-11">
										{name}
									</a>
								</li>
							))}
						</ol>
					</details>
				</nav>
			)}
			{sections.map(({ id, markdown, maxNodes }) => (
				<section key={id} id={id} className="scroll-mt-16">
					<Part markdown={markdown} maxNodes={maxNodes} id={id} />
				</section>
			))}
			{content.outro.trim() !== "" && <hr className="my-10 border-line" />}
			<Part {...outro} id="outro" />
			<footer className="mt-16 border-t border-line pt-4 text-sm text-ink-soft">
				Written with{" "}
				<a href="/" className="underline">
					Talkshelf
				</a>
				, a shelf for conference talks.
			</footer>
		</article>
	);
}

function Part({ markdown, maxNodes, id }: { markdown: string; maxNodes: number; id: string }) {
	if (markdown.trim() === "") return null;
	return (
		<div className="prose max-w-none [&_h2]:mt-10 [&_h2]:mb-3 [&_h2]:text-2xl [&_h2]:font-bold [&_h3]:mt-8 [&_h3]:mb-2 [&_h3]:text-xl [&_hr]:my-10">
			{renderMarkdown(markdown, { headingLevel: 2, idPrefix: `${id}-`, maxNodes })}
		</div>
	);
}
