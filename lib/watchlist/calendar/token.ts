import { randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/**
 * The secret of a private address: 256 random bits as 43 letters, digits, `-` and `_`. It is looked up whole, in an index;
 * what such a look-up takes tells nothing that would help against so many.
 */
export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** The token in the last part of an address, `TOKEN.ics`; null where there can be none. */
export function parseFeedToken(file: string): string | null {
	return /^([\w-]{43})\.ics$/.exec(file)?.[1] ?? null;
}
