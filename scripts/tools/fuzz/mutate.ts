/** A number from 0 (included) to `below` (excluded). */
export type Random = (below: number) => number;

/** The same seed gives the same numbers (mulberry32). */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

const NASTY = [
	"<",
	">",
	"&",
	"&amp;",
	"&#0;",
	"&#x110000;",
	"]]>",
	"<![CDATA[",
	"<!--",
	"<!DOCTYPE x>",
	"<?xml?>",
	'"',
	"'",
	"\\",
	"{",
	"}",
	"[",
	"]",
	",",
	";",
	":",
	"\u0000",
	"\u0007",
	"\ufeff",
	"\u202e",
	"\ud800",
	"🤷🏽‍♀️",
	"\r",
	"\n",
	"\r\n ",
	"\t",
	"null",
	"true",
	"-1",
	"1e999",
	"99999999999999999999",
	"0000-00-00",
	"2026-02-30T25:61:61+99:99",
	"24:00",
	"javascript:alert(1)",
	"data:text/html,x",
	"https://",
	"../../..",
	"__proto__",
	"constructor",
	"<script>alert(1)</script>",
	"</event></room></day></schedule>",
	"END:VEVENT\r\n",
	"BEGIN:VEVENT\r\n",
];

const MAX_CHANGES = 4;

/** A text with one to four things done to it: pieces lost, doubled, moved, mixed up with `other`, made nasty. */
export function mutate(text: string, other: string, random: Random): string {
	let mutated = text;
	for (let count = 1 + random(MAX_CHANGES); count > 0; count--) {
		const change = CHANGES[random(CHANGES.length)] as Change;
		mutated = change(mutated, other, random);
	}
	return mutated;
}

type Change = (text: string, other: string, random: Random) => string;

const CHANGES: readonly Change[] = [
	(text, _, random) => replacePiece(text, random, (piece) => piece.slice(0, piece.length / 2)),
	(text, _, random) => replacePiece(text, random, () => ""),
	(text, _, random) => replacePiece(text, random, (piece) => piece + piece),
	(text, _, random) => replacePiece(text, random, (piece) => piece.repeat(1 + random(50))),
	(text, _, random) => replacePiece(text, random, (piece) => [...piece].reverse().join("")),
	(text, _, random) => replacePiece(text, random, (piece) => piece.replace(/\d/g, () => String(random(10)))),
	(text, _, random) => replacePiece(text, random, () => (NASTY[random(NASTY.length)] as string).repeat(1 + random(3))),
	(text, _, random) => replacePiece(text, random, (piece) => piece + NASTY[random(NASTY.length)]),
	(text, other, random) => replacePiece(text, random, () => pickPiece(other, random)),
	(text, _, random) => replaceLine(text, random, () => ""),
	(text, _, random) => replaceLine(text, random, (line) => `${line}\n${line}`),
	(text, _, random) =>
		replaceLine(text, random, (line) => line.replace(/[>:,"]\s*[^<>:,"]+/, `$&${NASTY[random(NASTY.length)]}`)),
	(text, _, random) =>
		replaceLine(text, random, (line) => line.replace(/(["'])[^"']*\1/, `$1${NASTY[random(NASTY.length)]}$1`)),
	(text, _, random) => text.slice(0, random(text.length + 1)),
	(text, _, random) => text.slice(random(Math.min(text.length, 200) + 1)),
	(text, other, random) => text.slice(0, random(text.length + 1)) + other.slice(random(other.length + 1)),
];

/** Short pieces more often than long ones: they break less, and get further. */
function pickRange(text: string, random: Random): [number, number] {
	const start = random(text.length + 1);
	const maxLength = [4, 40, 400, 4000][random(4)] as number;
	return [start, Math.min(text.length, start + random(maxLength))];
}

function pickPiece(text: string, random: Random): string {
	return text.slice(...pickRange(text, random));
}

function replacePiece(text: string, random: Random, change: (piece: string) => string): string {
	const [start, end] = pickRange(text, random);
	return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function replaceLine(text: string, random: Random, change: (line: string) => string): string {
	const position = random(text.length + 1);
	const start = text.lastIndexOf("\n", position - 1) + 1;
	const next = text.indexOf("\n", position);
	const end = next === -1 ? text.length : next;
	return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}
