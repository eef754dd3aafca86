import fc from "fast-check";
import { EMPTY_BACKUP, emptyTalk } from "@/lib/backup/empty";
import { deriveId } from "@/lib/backup/merge";
import { mergeTalk } from "@/lib/backup/merge-talk";
import { sortBackup } from "@/lib/backup/sort";
import type { Backup, NoteBackup, TalkBackup, TalkRef, WriteUpBackup } from "@/lib/backup/types";
import { MARK_STATUSES } from "@/lib/marks/status";
import { toNameKey } from "@/lib/topics/topic-name";
import { DEFAULT_OPTIONS, exportSettingsSchema } from "@/lib/writeups/options";

/** For properties: talks that some backups name; the last two are of a conference of their own. */
export const TALK_REFS: readonly TalkRef[] = [
	{ conference: "here", guid: "g1", key: "guid:g1", title: "One", url: "https://here.example/1" },
	{ conference: "here", guid: null, key: "id:2@x", title: "Two", url: null },
	{ conference: "here", guid: "g3", key: "guid:g3", title: 'Three: "quoted"', url: "https://here.example/3/" },
	{ conference: "away", guid: "G4", key: "guid:g4", title: "Four", url: "https://away.example/4" },
	{ conference: "away", guid: null, key: "hash:5", title: "Five", url: null },
];

const instant = fc
	.integer({ min: 0, max: 40 })
	.map((n) => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString());
const text = fc.oneof(
	fc.constantFrom("", "One\n\nTwo", "- [x] *done*", "\u2028 é 🙂"),
	fc.string({ unit: "grapheme", maxLength: 12 }),
);
const line = text.map((each) => each.replace(/[\r\n\u2028\u2029]/g, " "));
const name = fc.constantFrom("eBPF", "Rust", "C++", "C", "日本語");
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const takeaways = fc.uniqueArray(
	fc.record(
		{ id: fc.constantFrom("a", "b", "c"), text: line, time: fc.integer({ min: 0, max: 5_000 }) },
		{ requiredKeys: ["id", "text"] },
	),
	{ maxLength: 3, selector: ({ id }) => id },
);
const noteText = text.map((each) => each.replace(/\r\n?/g, "\n"));

const note: fc.Arbitrary<NoteBackup> = fc.record({
	...{ text: noteText, takeaways, createdAt: instant, updatedAt: instant },
	revisions: fc.uniqueArray(fc.record({ text: noteText, takeaways, savedAt: instant }), {
		maxLength: 2,
		selector: (revision) => JSON.stringify(revision),
	}),
});

const entry = fc.record({
	id: fc.integer({ min: 0, max: 30 }).map((n) => `press-${n}`),
	to: nullable(fc.constantFrom(...MARK_STATUSES)),
	at: instant,
	correctedDay: nullable(fc.constantFrom("2026-01-31", "2026-02-14")),
});

const talk = (ref: TalkRef): fc.Arbitrary<TalkBackup> =>
	fc
		.record({
			log: fc.uniqueArray(entry, { maxLength: 3, selector: ({ id }) => id }),
			rating: nullable(fc.record({ stars: fc.integer({ min: 1, max: 5 }), at: instant })),
			topics: fc.uniqueArray(fc.record({ name, addedAt: instant }), { maxLength: 2, selector: (topic) => topic.name }),
			rank: nullable(fc.constantFrom("a0", "a1", "a0V")),
			putOffAt: nullable(instant),
			playback: nullable(
				fc.record({ position: fc.constantFrom(0, 12.5), duration: nullable(fc.constant(1800)), at: instant }),
			),
			note: nullable(note),
		})
		.map(({ log, ...rest }) => {
			const entries = log.map((each) => ({ ...each, from: null }));
			return mergeTalk(emptyTalk(ref), { ...emptyTalk(ref), ...rest, log: entries });
		});

const writeUp = (number: number): fc.Arbitrary<WriteUpBackup> =>
	fc.record({
		id: fc.constant(deriveId(`write-up ${number}`)),
		...{
			title: line,
			slug: fc.constant(""),
			description: line,
			frontMatter: fc.constant(""),
			intro: noteText,
			outro: noteText,
		},
		date: fc.constantFrom("", "2026-02-11"),
		...{
			categories: fc.constant<string[]>([]),
			tags: fc.array(line, { maxLength: 2 }),
			keywords: fc.constant<string[]>([]),
		},
		sections: fc
			.array(
				fc.record({
					...{ heading: line, prose: noteText },
					items: fc.array(
						fc.record({
							...{
								heading: nullable(line),
								text: nullable(noteText),
								takeaways: nullable(takeaways),
								leftOut: fc.constant<string[]>(["a"]),
							},
							talk: nullable(fc.constantFrom(...TALK_REFS)),
						}),
						{ maxLength: 2 },
					),
				}),
				{ maxLength: 2 },
			)
			.map((sections) =>
				sections.map(({ items, ...section }, at) => ({
					id: `s${at}`,
					...section,
					items: items.map((item, index) => ({ id: `i${at}-${index}`, ...item })),
				})),
			),
		options: nullable(fc.constant(DEFAULT_OPTIONS)),
		scope: fc.constantFrom({ kind: "nothing" as const }, { kind: "conference" as const, conference: "away" }),
		publication: nullable(
			fc.record({
				token: fc.constant(String(number).repeat(43)),
				...{ authorName: fc.constantFrom("", "Ada"), isIndexed: fc.boolean(), publishedAt: instant },
				canonicalUrl: nullable(fc.constant("https://example.org/post")),
			}),
		),
		...{ createdAt: instant, updatedAt: instant },
	});

/** Backups as files may be: of some of `NAMED_TALKS`, and well-formed. */
export const anyBackup: fc.Arbitrary<Backup> = fc
	.record({
		talks: fc.tuple(...TALK_REFS.map((ref) => nullable(talk(ref)))),
		writeUps: fc.tuple(nullable(writeUp(1)), nullable(writeUp(2))),
		settings: fc.record({
			export: nullable(instant.map((updatedAt) => ({ ...exportSettingsSchema.parse({}), updatedAt }))),
			newsSeenAt: nullable(instant),
			missedAnswers: fc.uniqueArray(fc.record({ conference: fc.constantFrom("here", "away"), at: instant }), {
				selector: ({ conference }) => conference,
			}),
			calendar: nullable(instant.map((createdAt) => ({ token: "c".repeat(43), createdAt }))),
			feed: nullable(fc.constant({ token: "f".repeat(43) })),
		}),
	})
	.map(({ talks, writeUps, settings }) => {
		const seen = new Set<string>();
		const uniqueTalks = talks.flatMap((each) => {
			if (!each) return [];
			// An id is one entry's.
			const log = each.log.filter(({ id }) => !seen.has(id) && seen.add(id));
			return [mergeTalk(emptyTalk(each), { ...each, log })];
		});
		const names = new Map(uniqueTalks.flatMap((each) => each.topics).map((topic) => [toNameKey(topic.name), topic]));
		// Objects as JSON makes them.
		const plain = structuredClone({
			...EMPTY_BACKUP,
			conferences: ["here", "away"].map((slug) => ({ slug, title: `The conference ${slug}` })),
			topics: [...names.values()].map(({ name: of, addedAt }, index) => ({
				slug: `t-${index}`,
				name: of,
				createdAt: addedAt,
			})),
			talks: uniqueTalks.filter((each) => JSON.stringify(each) !== JSON.stringify(emptyTalk(each))),
			writeUps: writeUps.filter((each) => each !== null),
			settings,
		});
		return sortBackup(plain);
	});
