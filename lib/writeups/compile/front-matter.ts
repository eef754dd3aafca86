import { Document, Scalar } from "yaml";
import type { Flavour } from "../options";
import type { WriteUpFields } from "../types";
import { furtherFields } from "./further-fields";
import { oneLine } from "./lines";

/** Fields of front matter that a write-up has of its own; `frontMatter` is all others. */
export const STANDARD_FIELDS = ["title", "date", "slug", "description", "categories", "tags", "keywords"] as const;

/**
 * The YAML between its two lines of dashes, for whatever the fields hold, as the flavour's programs want it; empty where
 * the flavour has none. `summaryBreak` is the sign at which the summary ends, null where there is none; `isWithoutLiquid` says
 * that Eleventy is to run no Liquid in it.
 */
export function writeFrontMatter(
	content: WriteUpFields,
	flavour: Flavour,
	summaryBreak: string | null,
	isWithoutLiquid = false,
): string {
	if (flavour === "plain") return "";
	const fields = {
		...ownFields(content),
		...fieldsOfFlavour(content, flavour, summaryBreak),
		// https://www.11ty.dev/docs/template-overrides/
		...(isWithoutLiquid && { templateEngineOverride: "md" }),
	};
	// Quoted always, so that no title is taken for a number, a date or a yes by any reader; never folded.
	const yaml = new Document(fields).toString({
		defaultStringType: "QUOTE_DOUBLE",
		defaultKeyType: "PLAIN",
		doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
		lineWidth: 0,
	});
	const further = furtherFields(content.frontMatter, Object.keys(fields));
	return `---\n${escaped(yaml)}${further && `${further}\n`}---\n`;
}

function ownFields({
	title,
	date,
	slug,
	description,
	categories,
	tags,
	keywords,
}: WriteUpFields): Record<string, unknown> {
	return {
		title: oneLine(title),
		...(date !== "" && { date: plainDate(date) }),
		...(slug !== "" && { slug }),
		...(description !== "" && { description }),
		...(categories.length > 0 && { categories: [...categories] }),
		...(tags.length > 0 && { tags: [...tags] }),
		...(keywords.length > 0 && { keywords: [...keywords] }),
	};
}

function fieldsOfFlavour(
	{ date }: WriteUpFields,
	flavour: Flavour,
	summaryBreak: string | null,
): Record<string, unknown> {
	if (flavour === "jekyll") {
		return { layout: plain("post"), ...(summaryBreak !== null && { excerpt_separator: summaryBreak }) };
	}
	return flavour === "astro" && date !== "" ? { pubDate: plainDate(date) } : {};
}

/** A date in front matter is not quoted, or it would be text. */
function plainDate(date: string): Scalar<string> | string {
	return /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?: ?(?:Z|[+-]\d{1,2}(?::?\d{2})?))?)?$/.test(date)
		? plain(date)
		: date;
}

function plain(value: string): Scalar<string> {
	const scalar = new Scalar(value);
	scalar.type = Scalar.PLAIN;
	return scalar;
}

/** What YAML has no signs for, or some readers take for the end of a line: it only stands in quoted strings. */
function escaped(yaml: string): string {
	return yaml
		.replace(/\p{Surrogate}/gu, "\uFFFD")
		.replace(
			/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
		);
}
