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

// What needs no closer look; a schedule has thousands of them.
const PLAIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][\w!$%&'()*+,./:;=?@#~[\]|^{}-]*)?$/;

/**
 * An address as an absolute http(s) one, or null. A relative one is resolved against `base` where there is one; no other
 * scheme (`javascript:`, `data:`, `thttps:`) passes, nor a host that is no name or number.
 */
export function parseHttpUrl(text: string | null | undefined, base?: string | null): string | null {
	const trimmed = (text ?? "").trim();
	if (PLAIN.test(trimmed)) return trimmed;
	if (trimmed === "" || /[\p{Cc}\p{Cs}]/u.test(trimmed)) return null;
	try {
		const url = new URL(trimmed, base ?? undefined);
		return /^https?:$/.test(url.protocol) && url.hostname !== "" ? normalizeHref(trimmed, url) : null;
	} catch {
		return null;
	}
}

// An address that is absolute and clean already stays letter for letter: matrix.to's hold a second "#" and brackets.
function normalizeHref(text: string, url: URL): string {
	return /^https?:\/\/[^/\s<>"`\\][^\s<>"`\\]*$/i.test(text) ? text : url.href;
}

const MAX_MINUTES = 31 * 24 * 60;

/**
 * Minutes of a duration as schedules write it: `90` (minutes), `H:MM` with any number of hours, and `D:HH:MM`, which
 * pretalx writes from one day on. A third part that cannot be meant so is read as `H:MM:SS`: hours past 23, or no day
 * and no minutes ("00:45:00"). Null where it is none of them, or longer than a month.
 */
export function parseDuration(text: string): number | null {
	const parts = /^(\d{1,5})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text.trim());
	if (!parts) return null;
	const [first, second, third] = [parts[1], parts[2], parts[3]].map((part) =>
		part === undefined ? null : Number(part),
	);
	const minutes = toMinutes(first ?? 0, second ?? null, third ?? null);
	return minutes !== null && minutes <= MAX_MINUTES ? minutes : null;
}

function toMinutes(first: number, second: number | null, third: number | null): number | null {
	if (second === null) return first;
	if (second > 59) return null;
	if (third === null) return first * 60 + second;
	if (third > 59) return null;
	const hasSeconds = second > 23 || (first === 0 && third === 0);
	return hasSeconds ? first * 60 + second : (first * 24 + second) * 60 + third;
}
