// FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** A hue in degrees, 0 to 359, that a track keeps over the years because it comes from its name. */
export function getTrackHue(name: string): number {
	let hash = OFFSET_BASIS;
	for (const byte of new TextEncoder().encode(name.toLowerCase())) {
		hash = Math.imul(hash ^ byte, PRIME);
	}
	return (hash >>> 0) % 360;
}
