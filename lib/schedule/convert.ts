import { setImmediate as otherWork } from "node:timers/promises";
import { htmlToMarkdown, plainTextToMarkdown } from "@/lib/markdown/html-to-markdown";
import type { ScheduleChanges } from "./diff";
import type { SourceText } from "./types";

/** The Markdown of every text that an import writes. */
export type ConvertedTexts = { readonly of: (text: SourceText) => string };

const BATCH_SIZE = 50;

/** Turns the texts that are new or changed into Markdown, each once, letting other work of the process in between. */
export async function convertTexts(
	{ talks, speakers }: ScheduleChanges,
	onProgress: (done: number, total: number) => void = () => {},
): Promise<ConvertedTexts> {
	const texts: SourceText[] = [];
	for (const { abstract, description } of talks.added) texts.push(abstract, description);
	for (const { incoming, fields } of [...talks.changed, ...talks.returned]) {
		if (fields.has("abstract")) texts.push(incoming.abstract);
		if (fields.has("description")) texts.push(incoming.description);
	}
	for (const { biography } of speakers.added) texts.push(biography);
	for (const { incoming, fields } of speakers.changed) if (fields.has("biography")) texts.push(incoming.biography);

	const nonEmpty = texts.filter(({ text }) => text !== "");
	const converted = new Map<SourceText, string>();
	for (const [index, text] of nonEmpty.entries()) {
		if (index % BATCH_SIZE === 0) {
			onProgress(index, nonEmpty.length);
			await otherWork();
		}
		converted.set(text, toMarkdown(text));
	}
	if (nonEmpty.length > 0) onProgress(nonEmpty.length, nonEmpty.length);
	return { of: (text) => converted.get(text) ?? (text.text === "" ? "" : toMarkdown(text)) };
}

function toMarkdown({ markup, text }: SourceText): string {
	if (markup === "html") return htmlToMarkdown(text);
	return markup === "plain" ? plainTextToMarkdown(text) : text;
}
