import { memo, useDeferredValue, useEffect, useState } from "react";
import { renderMarkdown } from "@/lib/markdown/render";

/** What a note's Markdown will look like. Typing comes first: it follows when the browser has time. */
export default function MarkdownPreview({ markdown }: { markdown: string }) {
	return <Rendered markdown={useDeferredValue(useDebounced(markdown))} />;
}

const Rendered = memo(function Rendered({ markdown }: { markdown: string }) {
	if (markdown.trim() === "") return <p className="text-ink-soft">Nothing written yet.</p>;
	return renderMarkdown(markdown, { headingLevel: 3, idPrefix: "preview-" });
});

/** A long text lags behind while it is typed, since what is made of it takes a while; a short one does not. */
const MAX_IMMEDIATE_LENGTH = 5_000;
const PAUSE_MS = 400;

function useDebounced(text: string): string {
	const [debounced, setDebounced] = useState(text);
	const isShort = text.length <= MAX_IMMEDIATE_LENGTH;
	useEffect(() => {
		const timer = setTimeout(() => setDebounced(text), isShort ? 0 : PAUSE_MS);
		return () => clearTimeout(timer);
	}, [text, isShort]);
	return isShort ? text : debounced;
}
