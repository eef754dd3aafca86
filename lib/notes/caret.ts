import { findSplice, shiftCaret } from "./splice";

/** Where a place in a text is in what became of it: in the line that it was in, as far as that line is still there. */
export function mapCaret(before: string, after: string, position: number): number {
	// Whoever is about to begin a line at the end goes on there.
	if (position >= before.length && (before === "" || before.endsWith("\n"))) return after.length;
	const splice = findSplice(before, after);
	if (position <= splice.at || position >= splice.at + splice.removed) {
		// What is put in where the caret stands, in lines of its own, goes before it: the writer's line stays whole.
		const isBefore = position === splice.at && splice.removed === 0 && splice.inserted.endsWith("\n");
		return isBefore ? position + splice.inserted.length : shiftCaret(splice, position);
	}
	// More than one place changed, and the caret is between them.
	const start = before.lastIndexOf("\n", position - 1) + 1;
	const line = before.slice(start, endOfLine(before, start));
	const found = nearestLine(after, line, start);
	return found === -1 ? shiftCaret(splice, position) : found + position - start;
}

function endOfLine(text: string, start: number): number {
	const end = text.indexOf("\n", start);
	return end === -1 ? text.length : end;
}

/** Where the line begins that says `line` and is the nearest to `place`; -1 where none does. */
function nearestLine(text: string, line: string, offset: number): number {
	let nearest = -1;
	for (let start = 0; start <= text.length; start = endOfLine(text, start) + 1) {
		if (text.slice(start, endOfLine(text, start)) !== line) continue;
		if (nearest === -1 || Math.abs(start - offset) < Math.abs(nearest - offset)) nearest = start;
	}
	return nearest;
}
