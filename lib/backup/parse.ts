import { nameKey } from "@/lib/topics/name";
import { emptyTalk } from "./empty";
import { inOrder, keyOf } from "./in-order";
import { placeOf, syntaxProblem } from "./json-place";
import { mergeTalk } from "./merge-talk";
import { backupSchema, FORMAT, VERSION } from "./schema";
import type { Backup } from "./types";

/** Bytes of a backup's file. */
export const MOST_BACKUP_BYTES = 100 * 1024 * 1024;

export type ReadBackup =
	| { readonly kind: "backup"; readonly backup: Backup }
	/** One sentence that says what is wrong with the file, and where. */
	| { readonly kind: "damaged"; readonly problem: string };

/** Reads a backup's file: JSON in UTF-8, as `backupSchema` has it. */
export function readBackup(bytes: Uint8Array): ReadBackup {
	const text = new TextDecoder().decode(bytes);
	if (text.trim() === "") return damaged("The file is empty.");
	const encoding = encodingProblem(bytes, text);
	if (encoding) return damaged(encoding);
	const data = parseJson(text);
	if (data === undefined) {
		const found = syntaxProblem(text);
		return damaged(
			found
				? `The file is damaged in line ${found.line}, at character ${found.column}: ${found.problem}.`
				: "The file is damaged: it is no JSON.",
		);
	}
	const { format, version } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
	if (format !== FORMAT) return damaged("This is no backup of Talkshelf.");
	if (typeof version === "number" && version > VERSION) {
		return damaged(`This backup is of a newer Talkshelf: its version is ${version}, and ${VERSION} is known here.`);
	}
	const parsed = backupSchema.safeParse(data);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return damaged(problemAt(text, issue?.path ?? [], issue?.message ?? "something is wrong"));
	}
	const backup = { ...parsed.data, talks: parsed.data.talks.map((talk) => mergeTalk(emptyTalk(talk), talk)) };
	const problem = contradiction(parsed.data, backup);
	if (problem) return damaged(problemAt(text, problem.path, problem.message));
	return { kind: "backup", backup: inOrder(backup) };
}

function damaged(problem: string): ReadBackup {
	return { kind: "damaged", problem };
}

function encodingProblem(bytes: Uint8Array, text: string): string | null {
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

function problemAt(text: string, path: readonly PropertyKey[], message: string): string {
	const keys = path.filter((key) => typeof key !== "symbol");
	const place = placeOf(text, keys);
	const name = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
	const where = [place && `line ${place.line}`, name.replace(/^\./, "")].filter(Boolean).join(", ");
	return `The file is damaged in ${where || "its whole"}: ${message.replace(/\.$/, "")}.`;
}

type Contradiction = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What is well written and cannot be meant. */
function contradiction(written: Backup, read: Backup): Contradiction | null {
	const { topics, talks, writeUps } = written;
	const names = new Set(topics.map(({ name }) => nameKey(name)));
	return (
		repeated(
			topics.map(({ slug }) => slug),
			(index) => ["topics", index, "slug"],
		) ??
		repeated(
			topics.map(({ name }) => nameKey(name)),
			(index) => ["topics", index, "name"],
		) ??
		repeated(talks.map(keyOf), (index) => ["talks", index, "key"]) ??
		repeated(
			writeUps.map(({ id }) => id),
			(index) => ["writeUps", index, "id"],
		) ??
		repeatedEntry(talks) ??
		first(talks, (talk, index) => {
			if (talk.mark !== read.talks[index]?.mark) {
				return { path: ["talks", index, "mark"], message: "the mark is not what the log says" };
			}
			const unknown = talk.topics.findIndex(({ name }) => !names.has(nameKey(name)));
			if (unknown >= 0) return { path: ["talks", index, "topics", unknown, "name"], message: "there is no such topic" };
			const ids = talk.note?.takeaways.map(({ id }) => id) ?? [];
			return repeated(ids, (at) => ["talks", index, "note", "takeaways", at, "id"]);
		})
	);
}

function repeatedEntry(talks: Backup["talks"]): Contradiction | null {
	const places = talks.flatMap(({ log }, talk) => log.map(({ id }, entry) => ({ id, talk, entry })));
	return repeated(
		places.map(({ id }) => id),
		(index) => ["talks", places[index]?.talk ?? 0, "log", places[index]?.entry ?? 0, "id"],
	);
}

function repeated(keys: readonly string[], pathOf: (index: number) => readonly PropertyKey[]): Contradiction | null {
	const seen = new Set<string>();
	return first(keys, (key, index) => {
		if (seen.has(key)) return { path: pathOf(index), message: "it is there twice" };
		seen.add(key);
		return null;
	});
}

function first<Item, Found>(items: readonly Item[], find: (item: Item, index: number) => Found | null): Found | null {
	for (const [index, item] of items.entries()) {
		const found = find(item, index);
		if (found !== null) return found;
	}
	return null;
}
