import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyBackup } from "@/lib/testing/any-backup";
import { runs } from "@/lib/testing/property-runs";
import { EMPTY_BACKUP } from "./empty";
import { mergeBackups } from "./merge";
import { parseBackup } from "./parse";
import { toTalkKey } from "./sort";
import type { Backup } from "./types";

const read = (backup: Backup) => parseBackup(new TextEncoder().encode(JSON.stringify(backup)));

describe("a backup", () => {
	test("of anything is read back as it was", () => {
		fc.assert(
			fc.property(anyBackup, (backup) => void expect(read(backup)).toEqual({ kind: "backup", backup })),
			runs(100),
		);
	});

	test("brought to nothing is what there is", () => {
		fc.assert(
			fc.property(anyBackup, (backup) => void expect(mergeBackups(EMPTY_BACKUP, backup)).toEqual(backup)),
			runs(100),
		);
	});

	test("brought in twice is as brought in once", () => {
		fc.assert(
			fc.property(anyBackup, anyBackup, (own, added) => {
				const once = mergeBackups(own, added);
				expect(mergeBackups(once, added)).toEqual(once);
				expect(mergeBackups(once, own)).toEqual(once);
			}),
			runs(100),
		);
	});

	test("takes nothing away, and is a backup again", () => {
		fc.assert(
			fc.property(anyBackup, anyBackup, (own, added) => {
				const merged = mergeBackups(own, added);
				expect(read(merged)).toEqual({ kind: "backup", backup: merged });
				const talks = new Map(merged.talks.map((talk) => [toTalkKey(talk), talk]));
				for (const talk of [...own.talks, ...added.talks]) {
					const now = talks.get(toTalkKey(talk));
					expect(now?.log.map(({ at, to }) => [at, to])).toEqual(
						expect.arrayContaining(own.talks.includes(talk) ? talk.log.map(({ at, to }) => [at, to]) : []),
					);
					const texts = [now?.note, ...(now?.note?.revisions ?? [])].map((each) =>
						JSON.stringify([each?.text, each?.takeaways]),
					);
					for (const each of [talk.note, ...(talk.note?.revisions ?? [])]) {
						const isBlank =
							!each || (each.text.trim() === "" && each.takeaways.every((takeaway) => takeaway.text.trim() === ""));
						if (!isBlank) expect(texts).toContain(JSON.stringify([each.text, each.takeaways]));
					}
					expect(now?.topics.map((topic) => topic.name)).toEqual(
						expect.arrayContaining(talk.topics.map((topic) => topic.name)),
					);
				}
				for (const writeUp of own.writeUps) expect(merged.writeUps).toContainEqual(writeUp);
			}),
			runs(100),
		);
	});
});
