import { z } from "zod";
import { entryIdSchema } from "@/lib/marks/schema";
import { MARK_STATUSES } from "@/lib/marks/status";
import { MAX_TIME_SECONDS } from "@/lib/notes/limits";
import { storableLine, storableText } from "@/lib/notes/storable";
import { MAX_STARS } from "@/lib/ratings/schema";
import { isValidName, normalizeName } from "@/lib/topics/topic-name";
import { exportSettingsSchema, markdownOptionsSchema } from "@/lib/writeups/options";
import { publicationSchema } from "@/lib/writeups/publish/schema";
import {
	missingTalkSchema,
	writeUpItemSchema,
	writeUpScopeSchema,
	writeUpSectionSchema,
	writeUpSectionsSchema,
	writeUpTextsShape,
} from "@/lib/writeups/schema";

export const BACKUP_FORMAT = "talkshelf-backup";
export const BACKUP_VERSION = 1;

const MAX_LINE_LENGTH = 20_000;
/** It is part of a key of the database. */
const MAX_SLUG_LENGTH = 200;

const line = z.string().max(MAX_LINE_LENGTH).transform(storableLine);
const name = line.refine((value) => value !== "", { error: "is empty" });
const slug = name.refine((value) => value.length <= MAX_SLUG_LENGTH, {
	error: `is longer than ${MAX_SLUG_LENGTH} characters`,
});
/** An instant, as `Date.toISOString` writes it. */
const instant = z.iso.datetime({ precision: 3, error: "is no time such as 2026-02-11T16:56:21.000Z" });
const day = z.iso.date({ error: "is no day such as 2026-02-11" });
const token = z.string().regex(/^[\w-]{43}$/, { error: "is no token of 43 letters, digits, - and _" });
const seconds = z.number().min(0).max(MAX_TIME_SECONDS);

/** Names a talk: by its conference's slug and its guid, else its key there; title and address are for people. */
export const talkRefSchema = z.strictObject({ ...missingTalkSchema.shape, conference: slug, key: name });

// No limits of lengths: two notes that were merged may be longer than one that is typed.
const noteTexts = {
	text: z.string().transform(storableText),
	takeaways: z.array(
		z.strictObject({
			id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
			text: z.string().transform((value) => storableLine(value.replace(/[\r\n\u2028\u2029]+/g, " "))),
			time: z.int().min(0).max(MAX_TIME_SECONDS).optional(),
		}),
	),
};

const note = z.strictObject({
	...noteTexts,
	createdAt: instant,
	updatedAt: instant,
	revisions: z.array(z.strictObject({ ...noteTexts, savedAt: instant })),
});

const status = z.enum(MARK_STATUSES).nullable();

export const talkSchema = z.strictObject({
	...talkRefSchema.shape,
	/** What the last entry of the log says. */
	mark: status,
	log: z.array(
		z.strictObject({ id: entryIdSchema, from: status, to: status, at: instant, correctedDay: day.nullable() }),
	),
	rating: z.strictObject({ stars: z.int().min(1).max(MAX_STARS), at: instant }).nullable(),
	topics: z.array(z.strictObject({ name, addedAt: instant })),
	/** In the visitor's own order: compared as text. */
	rank: z
		.string()
		.regex(/^[0-9A-Za-z]{1,200}$/)
		.nullable(),
	putOffAt: instant.nullable(),
	playback: z.strictObject({ position: seconds, duration: seconds.nullable(), at: instant }).nullable(),
	note: note.nullable(),
});

const topic = z.strictObject({
	slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
	name: z.string().transform(normalizeName).refine(isValidName, { error: "is no name of a topic" }),
	createdAt: instant,
});

const item = z.strictObject({
	...writeUpItemSchema.omit({ talkId: true, missingTalk: true }).shape,
	talk: talkRefSchema.extend({ key: name.optional() }).nullable(),
});

const writeUp = z.strictObject({
	// It stands in addresses, beside our own words.
	id: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
	...writeUpTextsShape,
	sections: writeUpSectionsSchema(
		writeUpSectionSchema
			.omit({ items: true })
			.extend({ items: z.array(item) })
			.strict(),
	),
	options: markdownOptionsSchema.nullable(),
	scope: writeUpScopeSchema,
	publication: z.strictObject({ ...publicationSchema.shape, token, publishedAt: instant }).nullable(),
	createdAt: instant,
	updatedAt: instant,
});

const settings = z.strictObject({
	export: exportSettingsSchema.extend({ updatedAt: instant }).nullable(),
	/** When the visitor last looked at what is new. */
	newsSeenAt: instant.nullable(),
	/** Conferences after which the visitor said whether what they did not watch is missed. */
	missedAnswers: z.array(z.strictObject({ conference: slug, at: instant })),
	/** Of the private address of the visitor's calendar. */
	calendar: z.strictObject({ token, createdAt: instant }).nullable(),
	/** Of the address of the feed of what they published. */
	feed: z.strictObject({ token }).nullable(),
});

/** Everything of one visitor's. It is published as a JSON Schema; a change that older readers do not take is a new version. */
export const backupSchema = z.strictObject({
	format: z.literal(BACKUP_FORMAT),
	version: z.literal(BACKUP_VERSION),
	/** Those that the talks are of. */
	conferences: z.array(z.strictObject({ slug, title: line })),
	topics: z.array(topic),
	talks: z.array(talkSchema),
	writeUps: z.array(writeUp),
	settings,
});

/** The address of `backupJsonSchema` in every installation. */
export const BACKUP_SCHEMA_PATH = `/schemas/backup-${BACKUP_VERSION}.json`;

/** What a backup's file may hold, as JSON Schema (draft 2020-12). */
export function backupJsonSchema(): object {
	return { title: "A backup of Talkshelf", ...z.toJSONSchema(backupSchema, { io: "input" }) };
}
