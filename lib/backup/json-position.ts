import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";

/** Lines and columns count from 1. */
export type TextPosition = { readonly line: number; readonly column: number };

class PositionFound extends Error {
	constructor(
		readonly position: TextPosition,
		readonly code?: ParseErrorCode,
	) {
		super();
	}
}

/** Where a text stops being JSON (RFC 8259), and why, in a few words; null where that cannot be told. */
export function findSyntaxProblem(text: string): (TextPosition & { readonly problem: string }) | null {
	const found = visitUntilFound(text, {
		onError: (code, _offset, _length, line, character) => {
			throw new PositionFound({ line: line + 1, column: character + 1 }, code);
		},
	});
	if (!found || found.code === undefined) return null;
	const { line, column } = found.position;
	const offset = toOffset(text, found.position);
	// A text that is cut off begins somewhere before, on the last line.
	const isEnd = offset >= text.trimEnd().length || (isUnclosedString(found.code) && !text.includes("\n", offset));
	return {
		line,
		column,
		problem: isEnd
			? "the file ends too early"
			: (PROBLEM_MESSAGES[printParseErrorCode(found.code)] ?? "something is damaged"),
	};
}

const PROBLEM_MESSAGES: Readonly<Record<string, string>> = {
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
export function findPosition(text: string, path: JSONPath): TextPosition | null {
	let nearest: TextPosition | null = null;
	const checkPath = (at: JSONPath, line: number, character: number): boolean => {
		if (!at.every((part, index) => part === path[index])) return false;
		nearest = { line: line + 1, column: character + 1 };
		if (at.length === path.length) throw new PositionFound(nearest);
		return true;
	};
	const begin = (_offset: number, _length: number, line: number, character: number, pathOf: () => JSONPath) =>
		checkPath(pathOf(), line, character);
	const found = visitUntilFound(text, {
		onObjectBegin: begin,
		onArrayBegin: begin,
		// Without them, what comes after something skipped would be skipped too.
		onObjectEnd: () => {},
		onArrayEnd: () => {},
		onLiteralValue: (_value, _offset, _length, line, character, pathOf) => void checkPath(pathOf(), line, character),
	});
	return found?.position ?? nearest;
}

function isUnclosedString(code: ParseErrorCode): boolean {
	return printParseErrorCode(code) === "UnexpectedEndOfString";
}

function visitUntilFound(text: string, visitor: Parameters<typeof visit>[1]): PositionFound | null {
	try {
		visit(text, visitor, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
	} catch (error) {
		if (error instanceof PositionFound) return error;
		// What is nested too deeply cannot be walked.
		if (!(error instanceof RangeError)) throw error;
	}
	return null;
}

function toOffset(text: string, { line, column }: TextPosition): number {
	let offset = 0;
	for (let lineNumber = 1; lineNumber < line; lineNumber++) offset = text.indexOf("\n", offset) + 1;
	return offset + column - 1;
}
