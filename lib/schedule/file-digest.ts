import { createHash } from "node:crypto";

// Raised whenever a format, the identities or the conversion of texts reads a file otherwise than before, so that a file
// that was imported once is read again.
const READER_VERSION = 1;

/** What a schedule's file is known again by: the same bytes, read in the same way. */
export function digestFile(bytes: Uint8Array): string {
	return `${READER_VERSION}:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Whether the file with this digest was read as it would be now, so that it is enough to know that it is the same. */
export const isCurrentDigest = (digest: string): boolean => digest.startsWith(`${READER_VERSION}:`);
