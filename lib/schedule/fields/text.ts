import type { SourceText } from "../types";

// C0 and C1 controls, halves of letters (JSON can say "\ud800") and the byte order mark have no place in a text; the
// directional marks of right-to-left scripts and the joiners of emoji do.
const CONTROLS = /[\p{Cc}\p{Cs}\uFEFF]/gu;
const CONTROLS_IN_TEXT = /[^\P{Cc}\n\t]|[\p{Cs}\uFEFF]/gu;

/** A one-line text such as a title: control characters removed, white space folded, none at the ends. */
export function oneLine(text: string | null | undefined): string {
	if (text === null || text === undefined) return "";
	// Nearly every one is tidy already, and a schedule has fifty thousand of them.
	if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
	return text.replace(/\s+/gu, " ").replace(CONTROLS, "").replace(/ {2,}/g, " ").trim().normalize();
}

const HTML_TAG =
	/<\/?(?:p|br|a|ul|ol|li|div|span|strong|em|b|i|u|h[1-6]|code|pre|blockquote|table|img|hr|del|sup|sub|abbr|dl|dt|dd)(?:\s[^<>]*)?\/?>/i;

const BLOCK_TAG = /<\/?(?:p|ul|ol|li|div|h[1-6]|pre|blockquote|table|hr|dl|dt|dd)(?:\s[^<>]*)?\/?>/i;

/**
 * A long text, told apart: HTML where it holds a known tag, else Markdown, which a plain text is as well. HTML without any
 * paragraph or list of its own is a plain text with a tag or two: its lines are kept, which HTML would run together.
 */
export function toSourceText(text: string | null | undefined): SourceText {
	const tidy = normalizeText(text);
	if (!HTML_TAG.test(tidy)) return { markup: "markdown", text: tidy };
	return { markup: "html", text: tidy.includes("\n") && !BLOCK_TAG.test(tidy) ? toParagraphs(tidy) : tidy };
}

const normalizeText = (text: string | null | undefined) =>
	(text ?? "").replace(/\r\n?/g, "\n").replace(CONTROLS_IN_TEXT, "").trim();

function toParagraphs(text: string): string {
	const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/);
	return paragraphs.map((lines) => `<p>${lines.replace(/(?:<br\s*\/?>)?\n/gi, "<br>")}</p>`).join("\n");
}

/** A long text of a file that says that its texts are Markdown. */
export function toMarkdownText(text: string | null | undefined): SourceText {
	return { markup: "markdown", text: normalizeText(text) };
}

/** How a file's long texts are read. */
export type ReadText = (text: string | null | undefined) => SourceText;

/** Whether a file's generator says that we wrote it: then its texts are Markdown. */
export const isOwnExport = (generator: string | undefined) => generator === "Talkshelf";

/** The first language of a list ("de, en", "en_GB") as BCP 47, or "" where it is none ("Klingon and others"). */
export function parseLanguageTag(text: string | null | undefined): string {
	const first = oneLine(text).split(/[\s,;/|]+/)[0] ?? "";
	if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(first)) return "";
	try {
		return Intl.getCanonicalLocales(first.replaceAll("_", "-"))[0] ?? "";
	} catch {
		return "";
	}
}
