import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyBackup, TALK_REFS } from "@/lib/testing/any-backup";
import { runs } from "@/lib/testing/property-runs";
import { serializeBackup } from "./collect";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { parseBackup } from "./parse";
import { backupJsonSchema } from "./schema";
import type { Backup, TalkBackup } from "./types";

const [ref] = TALK_REFS;
if (!ref) throw new Error("There are named talks.");
const at = "2026-02-11T16:56:21.000Z";
const logEntry = (id: string) => ({ id, from: null, to: "WATCHED" as const, at, correctedDay: null });
const talk: TalkBackup = {
	...emptyTalk(ref),
	mark: "WATCHED",
	log: [logEntry("p1")],
	note: { text: "One", takeaways: [{ id: "a", text: "*x*", time: 12 }], createdAt: at, updatedAt: at, revisions: [] },
};
const backup: Backup = { ...EMPTY_BACKUP, talks: [talk] };

function problemOf(text: string | Uint8Array): string {
	const parse = parseBackup(typeof text === "string" ? new TextEncoder().encode(text) : text);
	return parse.kind === "damaged" ? parse.problem : "none";
}

const changed = (change: (copy: { [key: string]: never } & Backup) => void) => {
	const copy = structuredClone(backup) as never;
	change(copy);
	return problemOf(serializeBackup(copy));
};

describe("a backup's file", () => {
	test("is taken, with a byte order mark and other line ends too", () => {
		const file = serializeBackup(backup);
		for (const text of [file, `\uFEFF${file}`, file.replaceAll("\n", "\r\n"), JSON.stringify(backup)]) {
			expect(problemOf(text)).toBe("none");
		}
	});

	test("that is cut off, or not JSON, says in which line", () => {
		const file = serializeBackup(backup);
		const lines = file.split("\n");
		const end = lines.length - 4;
		expect(problemOf(lines.slice(0, end).join("\n"))).toBe(
			`The file is damaged in line ${end}, at character ${(lines[end - 1]?.length ?? 0) + 1}: the file ends too early.`,
		);
		expect(problemOf(file.slice(0, file.indexOf('"One"') + 2))).toMatch(
			/^The file is damaged in line \d+, .*: the file ends too early\.$/,
		);
		expect(problemOf(file.replace('"version": 1,', '"version" 1,'))).toBe(
			"The file is damaged in line 3, at character 12: a colon is missing.",
		);
		expect(problemOf("")).toBe("The file is empty.");
		expect(problemOf("hello")).toMatch(/^The file is damaged in line 1, at character 1: /);
		expect(problemOf(`${"[".repeat(200_000)}`)).toMatch(/^The file is damaged/);
		const bytes = new TextEncoder().encode(file);
		const line = lines.findIndex((each) => each.includes('"One"')) + 1;
		bytes[file.indexOf('"One"') + 1] = 0xff;
		expect(problemOf(bytes)).toBe(`The file is damaged in line ${line}: what stands there is no text in UTF-8.`);
	});

	test("of something else, or of a newer version, is refused", () => {
		expect(problemOf("[]")).toBe("This is no backup of Talkshelf.");
		expect(problemOf('{"talks": []}')).toBe("This is no backup of Talkshelf.");
		expect(problemOf(JSON.stringify({ ...backup, version: 2 }))).toBe(
			"This backup is of a newer Talkshelf: its version is 2, and 1 is known here.",
		);
	});

	test("with a wrong value says where it stands", () => {
		const lineOf = (text: string) =>
			serializeBackup(backup)
				.split("\n")
				.findIndex((each) => each.includes(text)) + 1;
		expect(changed(({ talks }) => Object.assign(talks[0]?.note ?? {}, { text: 7 }))).toMatch(
			new RegExp(`^The file is damaged in line ${lineOf('"text": "One"')}, talks\\[0\\]\\.note\\.text: `),
		);
		expect(changed(({ talks }) => Object.assign(talks[0] ?? {}, { rank: undefined }))).toMatch(
			/^The file is damaged in line \d+, talks\[0\]\.rank: /,
		);
		expect(changed(({ talks }) => Object.assign(talks[0] ?? {}, { stars: 5 }))).toMatch(/talks\[0\]: .*stars/);
		expect(changed(({ talks }) => Object.assign(talks[0]?.log[0] ?? {}, { at: "yesterday" }))).toMatch(
			/talks\[0\]\.log\[0\]\.at: is no time such as /,
		);
	});

	test("that contradicts itself says where", () => {
		expect(changed(({ talks }) => Object.assign(talks[0] ?? {}, { mark: "MISSED" }))).toMatch(
			/talks\[0\]\.mark: the mark is not what the log says\.$/,
		);
		expect(changed(({ talks }) => void talks.push(structuredClone(talk)))).toMatch(
			/talks\[1\]\.key: it is there twice\.$/,
		);
		expect(changed(({ talks }) => void talks[0]?.log.push(logEntry("p1")))).toMatch(
			/talks\[0\]\.log\[1\]\.id: it is there twice\.$/,
		);
		expect(changed(({ talks }) => void talks[0]?.topics.push({ name: "eBPF", addedAt: at }))).toMatch(
			/talks\[0\]\.topics\[0\]\.name: there is no such topic\.$/,
		);
	});

	test("whatever is damaged in it, is refused in one sentence or taken", () => {
		fc.assert(
			fc.property(anyBackup, fc.nat(), fc.string({ maxLength: 3 }), (any, where, put) => {
				const file = serializeBackup(any);
				const from = where % file.length;
				const problem = problemOf(file.slice(0, from) + put + file.slice(from + 2));
				expect(problem).toMatch(
					/^(?:none|The file is (?:damaged|empty)[\s\S]*\.|This is no backup of Talkshelf\.|This backup is of a newer [\s\S]*\.)$/,
				);
			}),
			runs(100),
		);
	});

	test("is as the published schema says", () => {
		const validate = addFormats.default(new Ajv2020({ strict: false })).compile(backupJsonSchema());
		fc.assert(
			fc.property(anyBackup, (any) => {
				validate(JSON.parse(serializeBackup(any)));
				expect(validate.errors).toBeNull();
			}),
			runs(100),
		);
		expect(validate({ ...backup, version: 2 })).toBe(false);
		expect(validate({ ...backup, talks: [{ ...talk, mark: "SEEN" }] })).toBe(false);
	});
});
