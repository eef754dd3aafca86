import { createHash } from "node:crypto";

// Raised whenever a format, the identities or the conversion of texts reads a file otherwise than before, so that a file
// that was imported once is read again.
const READING = 1;

/** What a schedule's file is known again by: the same bytes, read in the same way. */
export function fileDigest(bytes: Uint8Array): string {
	return createHash("sha256").update(`${READING} `).update(bytes).digest("hex");
}
