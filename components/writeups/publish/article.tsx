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
import "./article.css";

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
		<article className="published">
			<header>
				<h1>{content.title.trim() || "Untitled"}</h1>
				<p className="published-by">
					{publication.authorName && <span>{publication.authorName}</span>}
					<time dateTime={day}>{Number.isNaN(Date.parse(day)) ? day : formatDay(day)}</time>
					{minutes > 0 && <span>{minutes} min to read</span>}
				</p>
			</header>
			<Part {...intro} id="intro" />
			{named.length > 2 && (
				<nav aria-label="Sections" className="published-sections">
					<details open={named.length <= MAX_OPEN_SECTIONS}>
						<summary>{formatCount(named.length)} sections</summary>
						<ol>
							{named.map(({ id, name }) => (
								<li key={id}>
									<a href={`#${id}`}>{name}</a>
								</li>
							))}
						</ol>
					</details>
				</nav>
			)}
			{sections.map(({ id, markdown, maxNodes }) => (
				<section key={id} id={id}>
					<Part markdown={markdown} maxNodes={maxNodes} id={id} />
				</section>
			))}
			{content.outro.trim() !== "" && <hr />}
			<Part {...outro} id="outro" />
			<footer>
				Written with <a href="/">Talkshelf</a>, a shelf for conference talks.
			</footer>
		</article>
	);
}

function Part({ markdown, maxNodes, id }: { markdown: string; maxNodes: number; id: string }) {
	if (markdown.trim() === "") return null;
	return <div className="prose">{renderMarkdown(markdown, { headingLevel: 2, idPrefix: `${id}-`, maxNodes })}</div>;
}
