import { oneLine } from "../fields/text";

/** A JSON object of which nothing is known yet. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; what else stands in it is no talk, person or link. */
export function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

export function object(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

const LANGUAGES = ["en", "de", "fr", "es", "nl"];

/**
 * A text: a string, a number, or one in several languages (`{"en": …, "de": …}`), of which the talk's own comes first, then
 * English. "" for anything else.
 */
export function rawText(value: unknown, language = ""): string {
	if (typeof value === "string") return value;
	if (typeof value === "number" && Number.isFinite(value)) return String(value);
	if (!isObject(value)) return "";
	const wanted = [language, ...LANGUAGES, ...Object.keys(value)];
	const found = wanted.find(
		(name) => Object.hasOwn(value, name) && typeof value[name] === "string" && value[name] !== "",
	);
	return found === undefined ? "" : String(value[found]);
}

export const line = (value: unknown, language?: string) => oneLine(rawText(value, language));
