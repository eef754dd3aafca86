import type { Field, TextEdit } from "./text-edit";

type Span = { readonly from: number; readonly to: number };

/**
 * The selected words between two marks, or without them where they have them: the marks may be selected or stand around.
 * Without a selection, the word at the caret. Several lines are marked each, since no mark reaches over paragraphs.
 */
export function toggleMarks(field: Field, mark: string): TextEdit {
	const { text, start, end } = field;
	const spans = spansOf(field);
	const first = spans[0];
	const last = spans.at(-1);
	if (!first || !last) return emptyMarks(field, mark);
	const isMarked = spans.every((span) => markedSpan(text, span, mark) !== null);
	let insert = "";
	let at = isMarked ? (markedSpan(text, first, mark)?.from ?? first.from) : first.from;
	const from = at;
	for (const span of spans) {
		const marked = markedSpan(text, span, mark);
		const whole = isMarked && marked ? marked : span;
		insert += text.slice(at, whole.from);
		if (isMarked) insert += text.slice(whole.from + mark.length, whole.to - mark.length);
		else insert += marked ? text.slice(span.from, span.to) : mark + text.slice(span.from, span.to) + mark;
		at = whole.to;
	}
	if (start === end) {
		const shift = isMarked ? -mark.length : mark.length;
		const caret = Math.min(Math.max(start + shift, from), from + insert.length);
		return { from, to: at, insert, start: caret, end: caret };
	}
	// One span's words stay selected without the marks, so that the next format is of the words too.
	const edge = !isMarked && spans.length === 1 ? mark.length : 0;
	return { from, to: at, insert, start: from + edge, end: from + insert.length - edge };
}

/** The marks with the caret between, or neither where it stands between two. */
function emptyMarks({ text, end }: Field, mark: string): TextEdit {
	const isBetween = text.slice(0, end).endsWith(mark) && text.startsWith(mark, end);
	const from = isBetween ? end - mark.length : end;
	const caret = isBetween ? from : end + mark.length;
	const insert = isBetween ? "" : mark + mark;
	return { from, to: isBetween ? end + mark.length : end, insert, start: caret, end: caret };
}

/** Where the marks of a span begin and end; null where it has none. */
function markedSpan(text: string, { from, to }: Span, mark: string): Span | null {
	const selected = text.slice(from, to);
	if (selected.length > 2 * mark.length && selected.startsWith(mark) && selected.endsWith(mark)) return { from, to };
	const isAround = text.slice(0, from).endsWith(mark) && text.startsWith(mark, to);
	return isAround ? { from: from - mark.length, to: to + mark.length } : null;
}

/** The selected words of each line, without the blanks around and what makes the line an item, a quote or a heading. */
function spansOf({ text, start, end }: Field): Span[] {
	if (start === end) return wordAt(text, start);
	const spans: Span[] = [];
	let lineStart = text.lastIndexOf("\n", start - 1) + 1;
	while (lineStart <= end) {
		const found = text.indexOf("\n", lineStart);
		const lineEnd = found === -1 ? text.length : found;
		const prefix = PREFIX.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
		const from = Math.max(start, lineStart + prefix);
		const selected = text.slice(from, Math.min(end, lineEnd));
		if (selected.trim() !== "") {
			const first = from + selected.length - selected.trimStart().length;
			spans.push({ from: first, to: first + selected.trim().length });
		}
		lineStart = lineEnd + 1;
	}
	return spans;
}

const PREFIX = /^\s*(?:>\s?)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#{1,6}\s+)?/;

function wordAt(text: string, caret: number): Span[] {
	const before = /[\p{L}\p{N}'’-]*$/u.exec(text.slice(Math.max(0, caret - 100), caret))?.[0].length ?? 0;
	const after = /^[\p{L}\p{N}'’-]*/u.exec(text.slice(caret, caret + 100))?.[0].length ?? 0;
	const word = { from: caret - before, to: caret + after };
	return /[\p{L}\p{N}]/u.test(text.slice(word.from, word.to)) ? [word] : [];
}
