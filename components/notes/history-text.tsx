import { renderMarkdown } from "@/lib/markdown/render";

/** The free part of a note as it looked. */
export default function HistoryText({ markdown }: { markdown: string }) {
	"use memo";
	return renderMarkdown(markdown, { headingLevel: 5, idPrefix: "revision-" });
}
