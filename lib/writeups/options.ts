import { z } from "zod";
import { storableLine } from "@/lib/notes/storable";

/** Files that other programs read; a vault of Obsidian is several files, and has a writer of its own. */
export const FLAVOURS = ["hugo", "jekyll", "astro", "plain"] as const;
export type Flavour = (typeof FLAVOURS)[number];

export const FLAVOUR_LABELS: Readonly<Record<Flavour, string>> = {
	hugo: "Hugo",
	jekyll: "Jekyll",
	astro: "Astro / Eleventy",
	plain: "Plain Markdown",
};

/** How Markdown is written. Unknown or wrong values are the default: what was kept by an older version stays usable. */
export const markdownOptionsSchema = z.object({
	flavour: z.enum(FLAVOURS).catch("hugo"),
	/** Of sections; talks are one below. */
	headingLevel: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).catch(2),
	/** A summary ends where the intro does, or at a line `<!--more-->` in it. */
	summaryBreak: z.boolean().catch(true),
	/** One line of inline Markdown. */
	takeawaysLabel: z.string().trim().min(1).max(200).transform(storableLine).catch("**Key takeaways:**"),
	/** Whether the label is a heading, one below the talk's. */
	isLabelHeading: z.boolean().catch(false),
	bullet: z.enum(["-", "*", "+", "1."]).catch("-"),
	/** A line with the talk's link and speakers, where the text does not link to the talk itself. */
	introducesTalks: z.boolean().catch(true),
	recordings: z.boolean().catch(true),
	slides: z.boolean().catch(true),
	times: z.enum(["link", "text", "none"]).catch("link"),
	/** Talks of which nothing is written: with what is known of them, by a list at the end of their section, or not at all. */
	withoutNote: z.enum(["whole", "list", "none"]).catch("whole"),
});

export type MarkdownOptions = Readonly<z.infer<typeof markdownOptionsSchema>>;

export const DEFAULT_OPTIONS: MarkdownOptions = markdownOptionsSchema.parse({});

/** How talks are put into sections, and in what order they stand there. */
export const GROUPINGS = ["track", "topic", "day", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const ORDERS = ["schedule", "own", "marked"] as const;
export type Order = (typeof ORDERS)[number];

/** All that is remembered of a visitor's last export. */
export const exportSettingsSchema = markdownOptionsSchema.extend({
	/** An Obsidian vault rather than a file of the flavour. */
	isVault: z.boolean().catch(false),
	group: z.enum(GROUPINGS).catch("track"),
	order: z.enum(ORDERS).catch("schedule"),
});
export type ExportSettings = Readonly<z.infer<typeof exportSettingsSchema>>;
