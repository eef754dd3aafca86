import { writeMarkdown } from "@/lib/notes/export/write";

/** Plain text, without line breaks, as inline Markdown that reads as just that. */
export function inlineText(text: string): string {
	if (text === "") return "";
	const heading = writeMarkdown({
		type: "root",
		children: [{ type: "heading", depth: 1, children: [{ type: "text", value: text }] }],
	});
	return heading.replace(/^# /, "").trimEnd();
}
