import { memo, useDeferredValue } from "react";
import { renderMarkdown } from "@/lib/markdown/render";
import { useDebounced } from "./use-paused";

/** What a note's Markdown will look like. Typing comes first: it follows when the browser has time. */
export default function MarkdownPreview({ markdown }: { markdown: string }) {
	return <Rendered markdown={useDeferredValue(useDebounced(markdown))} />;
}

const Rendered = memo(function Rendered({ markdown }: { markdown: string }) {
	if (markdown.trim() === "") return <p className="text-ink-soft">Nothing written yet.</p>;
	return renderMarkdown(markdown, { headingLevel: 3, idPrefix: "preview-" });
});
