import { parse as parseToml, TomlDate } from "smol-toml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type YAMLMap } from "yaml";
import { STANDARD_FIELDS } from "../compile/front-matter";
import { parseFields, removeFields } from "../compile/further-fields";
import type { WriteUpFields } from "../types";
import type { SplitPost } from "./split-front-matter";

export type ParsedFields = {
	readonly fields: WriteUpFields;
	/** Whether front matter has a title, an empty one too. */
	readonly hasTitle: boolean;
	/** The same without further fields, which a flavour of front matter would write by itself. */
	readonly without: (names: readonly string[]) => string;
	/** A further field's value where it is a text. */
	readonly valueOf: (name: string) => string | null;
	readonly problem: string | null;
};

type Values = { readonly [name: string]: unknown };

const NO_FIELDS: WriteUpFields = {
	title: "",
	date: "",
	slug: "",
	description: "",
	categories: [],
	tags: [],
	keywords: [],
	frontMatter: "",
};

/**
 * A write-up's fields as front matter says them. What is of another type than the write-up's, and all else, stays in
 * `frontMatter`: YAML as it was typed, comments too, TOML as YAML. Of what cannot be read, all of it stays there.
 */
export function parseFrontMatterFields(frontMatter: SplitPost["frontMatter"]): ParsedFields {
	if (!frontMatter) return fieldsOf({}, () => "", null);
	return frontMatter.syntax === "yaml" ? readYaml(frontMatter.text) : readToml(frontMatter.text);
}

function readYaml(text: string): ParsedFields {
	const { errors, contents } = parseFields(text);
	const rest = errors.length === 0 ? removeFields(text, []) : null;
	if (rest === null) return fieldsOf({}, () => text.trimEnd(), problemOf(text));
	const values = isMap(contents) ? valuesOf(contents) : {};
	return fieldsOf(values, (names) => removeFields(text, names) ?? rest, null);
}

function valuesOf(map: YAMLMap): Values {
	const values: Record<string, unknown> = {};
	for (const { key, value } of map.items) {
		if (!isScalar(key)) continue;
		const name = String(key.value);
		// Of a title that looks like a number or a yes, the words.
		if (isScalar(value))
			values[name] = name === "title" && value.value !== null ? (value.source ?? value.value) : value.value;
		else if (isSeq(value)) values[name] = value.items.map((item) => (isScalar(item) ? item.value : null));
	}
	return values;
}

function problemOf(text: string): string {
	const lines = new LineCounter();
	const [error] = parseDocument(text, { prettyErrors: false, lineCounter: lines }).errors;
	// The dashes above are the file's first line.
	const line = error ? lines.linePos(error.pos[0]).line + 1 : 1;
	return `The front matter cannot be read, at line ${line} of the file: it is kept as it is, for you to mend.`;
}

function readToml(text: string): ParsedFields {
	try {
		const values: Record<string, unknown> = {};
		for (const [name, value] of Object.entries(parseToml(text))) values[name] = plain(value);
		return fieldsOf(values, (names) => yamlOf(values, names), null);
	} catch (error) {
		const line = typeof error === "object" && error && "line" in error ? Number(error.line) + 1 : 1;
		const problem = `The front matter cannot be read, at line ${line} of the file: it is kept as it is, for you to mend.`;
		return fieldsOf({}, () => text.trimEnd(), problem);
	}
}

function plain(value: unknown): unknown {
	if (value instanceof TomlDate) return value.toISOString();
	if (typeof value === "bigint") return Number(value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

function yamlOf(values: Values, names: readonly string[]): string {
	const rest = Object.entries(values).filter(([name]) => !names.includes(name));
	return rest.length === 0 ? "" : stringify(Object.fromEntries(rest), { lineWidth: 0 }).trimEnd();
}

function fieldsOf(
	values: Values,
	withoutNames: (names: readonly string[]) => string,
	problem: string | null,
): ParsedFields {
	const known = STANDARD_FIELDS.filter((name) => isOf(name, values[name]));
	const fields = { ...NO_FIELDS, ...Object.fromEntries(known.map((name) => [name, values[name]])) };
	const without = (names: readonly string[]) => withoutNames([...known, ...names]);
	return {
		fields: { ...fields, frontMatter: without([]) },
		hasTitle: typeof values.title === "string",
		without,
		valueOf: (name) => (typeof values[name] === "string" ? values[name] : null),
		problem,
	};
}

function isOf(name: (typeof STANDARD_FIELDS)[number], value: unknown): boolean {
	if (name === "title") return typeof value === "string";
	if (name === "date" || name === "slug" || name === "description") return typeof value === "string" && value !== "";
	return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
}
