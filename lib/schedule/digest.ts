import { createHash } from "node:crypto";
import type { SourceText } from "./types";

// Raised when texts come out of the conversion differently, so that the next import converts them all again.
const CONVERSION_VERSION = 1;

/** Of a text as the schedule gave it, to know an unchanged one by; "" of an empty text. */
export function digestText({ markup, text }: SourceText): string {
	return text === "" ? "" : hash(`${CONVERSION_VERSION} ${markup} ${text}`);
}

/** A short hash of any text, in letters and digits that an address can hold. */
export function hash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
