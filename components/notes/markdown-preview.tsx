import { renderMarkdown } from "@/lib/markdown/render";

/** What a note's Markdown will look like. */
export default function MarkdownPreview({ markdown }: { markdown: string }) {
	if (markdown.trim() === "") return <p className="text-ink-soft">Nothing written yet.</p>;
	return renderMarkdown(markdown, { headingLevel: 3, idPrefix: "preview-" });
}
