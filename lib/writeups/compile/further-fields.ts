import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { memoize } from "./memoize";

/**
 * Further fields of front matter as they stand below a write-up's own: as they were typed, comments too, without those
 * that repeat one of `own`. Empty where they are no YAML that can stand there.
 */
export function furtherFields(yaml: string, own: readonly string[]): string {
	return yaml.trim() === "" ? "" : cachedWithout(yaml, own.join("\n"));
}

const cachedWithout = memoize((yaml: string, own: string): string => removeFields(yaml, own.split("\n")) ?? "");

/** Fields of YAML without these; null where it is none, or no fields. Ends without a newline. */
export function removeFields(yaml: string, names: readonly string[]): string | null {
	const text = tidy(yaml);
	if (!isReadable(text)) return null;
	if (isComments(text)) return text;
	const { errors, contents } = parseFields(text);
	if (errors.length > 0 || !isMap(contents)) return null;
	const rest = tidy(withoutPairs(text, contents, names) ?? rewritten(text, names));
	return isComments(rest) || areLines(rest) ? rest : null;
}

/** Whether every field of YAML begins a line, so that it can be told from those above. */
function areLines(yaml: string): boolean {
	const { errors, contents } = parseFields(yaml);
	return errors.length === 0 && isMap(contents) && withoutPairs(yaml, contents, []) !== null;
}

const isComments = (text: string) => text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));

/** Reads YAML as front matter is read: dates stay as they are typed. */
export function parseFields(yaml: string) {
	return parseDocument(yaml, { version: "1.2", schema: "core", prettyErrors: false });
}

/** Lines of dashes would end the front matter; control characters are no YAML. */
function isReadable(text: string): boolean {
	return !/^(?:---|\.\.\.|%)/m.test(text) && !/(?![\t\n\u0085])\p{Cc}|[\ufffe\uffff\p{Surrogate}]/u.test(text);
}

/** The lines of other fields, and all comments, each above whatever was below it; null where a field is no line's beginning. */
function withoutPairs(text: string, map: YAMLMap, names: readonly string[]): string | null {
	const starts = map.items.map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? -1) : -1));
	if (map.flow || starts.some((start) => start !== 0 && text[start - 1] !== "\n")) return null;
	let remaining = text.slice(0, starts[0]);
	if (!isComments(remaining)) return null;
	for (const [index, { key }] of map.items.entries()) {
		const chunk = text.slice(starts[index], starts[index + 1]);
		remaining += isScalar(key) && names.includes(String(key.value)) ? commentsBelow(chunk) : chunk;
	}
	return remaining;
}

/** The comments below a field, which are about the next one. */
function commentsBelow(chunk: string): string {
	const lines = chunk.split("\n");
	let first = lines.length;
	while (first > 1 && /^(?:#|\s*$)/.test(lines[first - 1] ?? "")) first--;
	return lines.slice(first).join("\n");
}

function rewritten(text: string, names: readonly string[]): string {
	const document = parseFields(text);
	if (!isMap(document.contents)) return "";
	for (const name of names) document.contents.delete(name);
	if (document.contents.items.length === 0) return "";
	document.contents.flow = false;
	return document.toString({ lineWidth: 0 });
}

function tidy(yaml: string): string {
	return (
		yaml
			.replace(/^\uFEFF/, "")
			.replace(/\r\n?/g, "\n")
			.replace(/^(?:[ \t]*\n)+|\s+$/g, "")
			// Above all fields, it would be read as indented below the field before.
			.replace(/^(?:[ \t]*(?:#.*)?(?:\n|$))+/, (comments) => comments.replace(/^[ \t]+/gm, ""))
	);
}
