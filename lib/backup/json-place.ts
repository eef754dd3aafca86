import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";

/** Lines and columns count from 1. */
export type Place = { readonly line: number; readonly column: number };

class Found extends Error {
	constructor(
		readonly place: Place,
		readonly code?: ParseErrorCode,
	) {
		super();
	}
}

/** Where a text stops being JSON (RFC 8259), and why, in a few words; null where that cannot be told. */
export function syntaxProblem(text: string): (Place & { readonly problem: string }) | null {
	const found = visited(text, {
		onError: (code, _offset, _length, line, character) => {
			throw new Found({ line: line + 1, column: character + 1 }, code);
		},
	});
	if (!found || found.code === undefined) return null;
	const { line, column } = found.place;
	const offset = offsetOf(text, found.place);
	// A text that is cut off begins somewhere before, on the last line.
	const isEnd = offset >= text.trimEnd().length || (isText(found.code) && !text.includes("\n", offset));
	return {
		line,
		column,
		problem: isEnd ? "the file ends too early" : (WORDS[printParseErrorCode(found.code)] ?? "something is damaged"),
	};
}

const WORDS: Readonly<Record<string, string>> = {
	InvalidSymbol: "there is something that cannot stand there",
	InvalidNumberFormat: "a number is damaged",
	PropertyNameExpected: "a name is missing",
	ValueExpected: "a value is missing",
	ColonExpected: "a colon is missing",
	CommaExpected: "a comma is missing",
	CloseBraceExpected: "a closing brace is missing",
	CloseBracketExpected: "a closing bracket is missing",
	EndOfFileExpected: "there is more after the end",
	UnexpectedEndOfString: "a text is not closed",
	InvalidUnicode: "a character is damaged",
	InvalidEscapeCharacter: "a character is damaged",
	InvalidCharacter: "there is a character that cannot stand there",
};

/** Where the value at a path stands, or that of the longest part of the path that there is; null where there is none. */
export function placeOf(text: string, path: JSONPath): Place | null {
	let nearest: Place | null = null;
	const look = (at: JSONPath, line: number, character: number): boolean => {
		if (!at.every((part, index) => part === path[index])) return false;
		nearest = { line: line + 1, column: character + 1 };
		if (at.length === path.length) throw new Found(nearest);
		return true;
	};
	const begin = (_offset: number, _length: number, line: number, character: number, pathOf: () => JSONPath) =>
		look(pathOf(), line, character);
	const found = visited(text, {
		onObjectBegin: begin,
		onArrayBegin: begin,
		// Without them, what comes after something skipped would be skipped too.
		onObjectEnd: () => {},
		onArrayEnd: () => {},
		onLiteralValue: (_value, _offset, _length, line, character, pathOf) => void look(pathOf(), line, character),
	});
	return found?.place ?? nearest;
}

function isText(code: ParseErrorCode): boolean {
	return printParseErrorCode(code) === "UnexpectedEndOfString";
}

function visited(text: string, visitor: Parameters<typeof visit>[1]): Found | null {
	try {
		visit(text, visitor, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
	} catch (error) {
		if (error instanceof Found) return error;
		// What is nested too deeply cannot be walked.
		if (!(error instanceof RangeError)) throw error;
	}
	return null;
}

function offsetOf(text: string, { line, column }: Place): number {
	let offset = 0;
	for (let passed = 1; passed < line; passed++) offset = text.indexOf("\n", offset) + 1;
	return offset + column - 1;
}
