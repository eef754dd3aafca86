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

// Raised whenever a format, the identities or the conversion of texts reads a file otherwise than before, so that a file
// that was imported once is read again.
const READER_VERSION = 1;

/** What a schedule's file is known again by: the same bytes, read in the same way. */
export function digestFile(bytes: Uint8Array): string {
	return `${READER_VERSION}:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Whether the file with this digest was read as it would be now, so that it is enough to know that it is the same. */
export const isCurrentDigest = (digest: string): boolean => digest.startsWith(`${READER_VERSION}:`);
