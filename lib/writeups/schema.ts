import { z } from "zod";
import { MAX_TAKEAWAYS, MAX_TEXT_LENGTH } from "@/lib/notes/limits";
import { noteContentSchema } from "@/lib/notes/schema";
import { storableLine, storableText } from "@/lib/notes/storable";
import { MAX_FIELD_LENGTH, MAX_ITEMS, MAX_LINE_LENGTH, MAX_SECTIONS, MAX_TAGS } from "./limits";
import { GROUPINGS, markdownOptionsSchema } from "./options";
import type { WriteUpContent, WriteUpScope } from "./types";

const formatNumber = (value: number) => value.toLocaleString("en");

/** One line of at most so many characters, which `what` names in the sentence that refuses it. */
function line(label: string, maxLength = MAX_LINE_LENGTH) {
	return z
		.string({ error: `${label} is a text.` })
		.max(maxLength, { error: `${label} can have up to ${formatNumber(maxLength)} characters.` })
		.transform((value) => storableLine(value.replace(/[\r\n\u2028\u2029]+/g, " ")));
}

function markdown(label: string, maxLength = MAX_TEXT_LENGTH) {
	return z
		.string({ error: `${label} is a text.` })
		.transform(storableText)
		.refine((value) => value.length <= maxLength, {
			error: `${label} can have up to ${formatNumber(maxLength)} characters.`,
		});
}

const lines = (label: string) =>
	z
		.array(line("A tag or category"), { error: `${label} are a list.` })
		.max(MAX_TAGS, { error: `There can be up to ${formatNumber(MAX_TAGS)} ${label}.` });

const id = z
	.string({ error: "Every section and place has an id." })
	.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: "An id of a section or place is 1 to 64 letters, digits, - and _." });

const takeawayId = z
	.string({ error: "What is left out is named by its id." })
	.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: "A takeaway's id is 1 to 64 letters, digits, - and _." });

/** A talk that is named but may not be here. */
export const missingTalkSchema = z.object(
	{
		conference: line("A conference's slug"),
		guid: line("A talk's guid", MAX_FIELD_LENGTH).nullable(),
		key: line("A talk's key", MAX_FIELD_LENGTH).optional(),
		title: line("A talk's title", MAX_FIELD_LENGTH),
		url: line("A talk's address", MAX_FIELD_LENGTH).nullable(),
	},
	{ error: "A talk that is not here has a conference and a title." },
);

/** A place of a section. */
export const writeUpItemSchema = z.object(
	{
		id,
		talkId: z.int32({ error: "A talk is named by its number." }).nullable(),
		missingTalk: missingTalkSchema.nullable(),
		heading: line("A heading").nullable(),
		text: markdown("A text").nullable(),
		takeaways: noteContentSchema.shape.takeaways.nullable(),
		leftOut: z
			.array(takeawayId, { error: "What is left out is a list." })
			.max(MAX_TAKEAWAYS, { error: `At most ${formatNumber(MAX_TAKEAWAYS)} takeaways of a talk are left out.` }),
	},
	{ error: "A place has an id, a talk or none, a heading and a text." },
);

export const writeUpSectionSchema = z.object(
	{ id, heading: line("A heading"), prose: markdown("A section's prose"), items: z.array(writeUpItemSchema) },
	{ error: "A section has an id, a heading, prose and places." },
);

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** What a write-up has beside its sections. */
export const writeUpTextsShape = {
	title: line("A title"),
	date: line("A date", 100).transform((value) => value.trim()),
	slug: line("A slug"),
	description: line("A description", MAX_FIELD_LENGTH),
	categories: lines("categories"),
	tags: lines("tags"),
	keywords: lines("keywords"),
	frontMatter: markdown("Further front matter", MAX_FIELD_LENGTH),
	intro: markdown("An introduction"),
	outro: markdown("An ending"),
};

type SectionWithIds = { readonly id: string; readonly items: readonly { readonly id: string }[] };

/** The sections of a write-up, as many as there may be, each of which and of whose places has an id of its own. */
export function writeUpSectionsSchema<Section extends z.ZodType<SectionWithIds>>(section: Section) {
	return z
		.array(section, { error: "A write-up's sections are a list." })
		.max(MAX_SECTIONS, { error: `A write-up can have up to ${formatNumber(MAX_SECTIONS)} sections.` })
		.refine((sections) => isUnique(sections.map((each) => each.id)), {
			error: "Every section of a write-up has an id of its own.",
		})
		.refine((sections) => isUnique(sections.flatMap(({ items }) => items.map((each) => each.id))), {
			error: "Every place of a write-up has an id of its own.",
		})
		.refine((sections) => sections.reduce((sum, { items }) => sum + items.length, 0) <= MAX_ITEMS, {
			error: `A write-up can have up to ${formatNumber(MAX_ITEMS)} talks.`,
		});
}

/** What a write-up may be, whole. */
export const writeUpContentSchema = z.object(
	{ ...writeUpTextsShape, sections: writeUpSectionsSchema(writeUpSectionSchema) },
	{ error: "A write-up has fields, sections and texts." },
) satisfies z.ZodType<WriteUpContent>;

/** Which talks a write-up is started from. */
export const writeUpScopeSchema = z.discriminatedUnion(
	"kind",
	[
		z.object({ kind: z.literal("nothing") }),
		z.object({ kind: z.literal("conference"), conference: line("A conference's slug") }),
		z.object({ kind: z.literal("topic"), topic: line("A topic's slug") }),
		z.object({ kind: z.literal("watchlist"), query: line("A filter", 10_000) }),
	],
	{ error: "A write-up is started from a conference, a topic, a filter of the watchlist, or from nothing." },
) satisfies z.ZodType<WriteUpScope>;

/** What starts a write-up. */
export const startWriteUpSchema = z.object(
	{
		scope: writeUpScopeSchema,
		group: z.enum(GROUPINGS, { error: "Talks are grouped by track, topic or day, or not at all." }).default("track"),
		/** Today, where the visitor is. */
		date: z.iso.date({ error: "A date is written as 2026-02-11." }).optional(),
	},
	{ error: "A write-up says what it is started from." },
);

/** What an editor sends: all of it, and the revision that it was made from. */
export const saveWriteUpSchema = z.object(
	{
		baseRevision: z.int32({ error: "A change says which revision it was made from." }),
		content: writeUpContentSchema,
		options: markdownOptionsSchema.nullable(),
		/** Whose write-up the editor takes it for. */
		owner: z.string().optional(),
	},
	{ error: "A change has a revision, contents and options." },
);
