import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { toNameKey } from "@/lib/topics/topic-name";
import { emptyTalk } from "./empty";
import { mergeTalk } from "./merge-talk";
import { BACKUP_FORMAT, BACKUP_VERSION, backupSchema } from "./schema";
import { sortBackup, toTalkKey } from "./sort";
import type { Backup } from "./types";

/** Bytes of a backup's file. */
export const MAX_BACKUP_BYTES = 100 * 1024 * 1024;

export type ParsedBackup =
	| { readonly kind: "backup"; readonly backup: Backup }
	/** One sentence that says what is wrong with the file, and where. */
	| { readonly kind: "damaged"; readonly problem: string };

/** Reads a backup's file: JSON in UTF-8, as `backupSchema` has it. */
export function parseBackup(bytes: Uint8Array): ParsedBackup {
	const text = new TextDecoder().decode(bytes);
	if (text.trim() === "") return toDamaged("The file is empty.");
	const encoding = findEncodingProblem(bytes, text);
	if (encoding) return toDamaged(encoding);
	const data = parseJson(text);
	if (data === undefined) {
		const found = findSyntaxProblem(text);
		return toDamaged(
			found
				? `The file is damaged in line ${found.line}, at character ${found.column}: ${found.problem}.`
				: "The file is damaged: it is no JSON.",
		);
	}
	const { format, version } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
	if (format !== BACKUP_FORMAT) return toDamaged("This is no backup of Talkshelf.");
	if (typeof version === "number" && version > BACKUP_VERSION) {
		return toDamaged(
			`This backup is of a newer Talkshelf: its version is ${version}, and ${BACKUP_VERSION} is known here.`,
		);
	}
	const parsed = backupSchema.safeParse(data);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return toDamaged(formatProblem(text, issue?.path ?? [], issue?.message ?? "something is wrong"));
	}
	const backup = { ...parsed.data, talks: parsed.data.talks.map((talk) => mergeTalk(emptyTalk(talk), talk)) };
	const problem = findInconsistency(parsed.data, backup);
	if (problem) return toDamaged(formatProblem(text, problem.path, problem.message));
	return { kind: "backup", backup: sortBackup(backup) };
}

function toDamaged(problem: string): ParsedBackup {
	return { kind: "damaged", problem };
}

function findEncodingProblem(bytes: Uint8Array, text: string): string | null {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return null;
	} catch {
		const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
		return `The file is damaged in line ${line}: what stands there is no text in UTF-8.`;
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function formatProblem(text: string, path: readonly PropertyKey[], message: string): string {
	const keys = path.filter((key) => typeof key !== "symbol");
	const position = findPosition(text, keys);
	const name = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
	const where = [position && `line ${position.line}`, name.replace(/^\./, "")].filter(Boolean).join(", ");
	return `The file is damaged in ${where || "its whole"}: ${message.replace(/\.$/, "")}.`;
}

type Inconsistency = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What is well written and cannot be meant. */
function findInconsistency(raw: Backup, normalized: Backup): Inconsistency | null {
	const { topics, talks, writeUps } = raw;
	const names = new Set(topics.map(({ name }) => toNameKey(name)));
	return (
		findDuplicate(
			topics.map(({ slug }) => slug),
			(index) => ["topics", index, "slug"],
		) ??
		findDuplicate(
			topics.map(({ name }) => toNameKey(name)),
			(index) => ["topics", index, "name"],
		) ??
		findDuplicate(talks.map(toTalkKey), (index) => ["talks", index, "key"]) ??
		findDuplicate(
			writeUps.map(({ id }) => id),
			(index) => ["writeUps", index, "id"],
		) ??
		findDuplicateLogEntry(talks) ??
		findFirst(talks, (talk, index) => {
			if (talk.mark !== normalized.talks[index]?.mark) {
				return { path: ["talks", index, "mark"], message: "the mark is not what the log says" };
			}
			const unknown = talk.topics.findIndex(({ name }) => !names.has(toNameKey(name)));
			if (unknown >= 0) return { path: ["talks", index, "topics", unknown, "name"], message: "there is no such topic" };
			const ids = talk.note?.takeaways.map(({ id }) => id) ?? [];
			return findDuplicate(ids, (at) => ["talks", index, "note", "takeaways", at, "id"]);
		})
	);
}

function findDuplicateLogEntry(talks: Backup["talks"]): Inconsistency | null {
	const logEntries = talks.flatMap(({ log }, talk) => log.map(({ id }, entry) => ({ id, talk, entry })));
	return findDuplicate(
		logEntries.map(({ id }) => id),
		(index) => ["talks", logEntries[index]?.talk ?? 0, "log", logEntries[index]?.entry ?? 0, "id"],
	);
}

function findDuplicate(
	keys: readonly string[],
	pathOf: (index: number) => readonly PropertyKey[],
): Inconsistency | null {
	const seen = new Set<string>();
	return findFirst(keys, (key, index) => {
		if (seen.has(key)) return { path: pathOf(index), message: "it is there twice" };
		seen.add(key);
		return null;
	});
}

function findFirst<Item, Found>(
	items: readonly Item[],
	find: (item: Item, index: number) => Found | null,
): Found | null {
	for (const [index, item] of items.entries()) {
		const found = find(item, index);
		if (found !== null) return found;
	}
	return null;
}

/** Lines and columns count from 1. */
type TextPosition = { readonly line: number; readonly column: number };

class PositionFound extends Error {
	constructor(
		readonly position: TextPosition,
		readonly code?: ParseErrorCode,
	) {
		super();
	}
}

/** Where a text stops being JSON (RFC 8259), and why, in a few words; null where that cannot be told. */
function findSyntaxProblem(text: string): (TextPosition & { readonly problem: string }) | null {
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
function findPosition(text: string, path: JSONPath): TextPosition | null {
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
