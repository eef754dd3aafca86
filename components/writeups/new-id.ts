/** An id for a section or a place of a write-up. */
export function newId(): string {
	// crypto.randomUUID is not there on addresses without https, but for this machine's own.
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
