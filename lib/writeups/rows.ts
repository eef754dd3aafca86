import { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import type { Takeaway } from "@/lib/notes/types";
import { type MarkdownOptions, markdownOptionsSchema } from "./options";
import { writeUpScopeSchema } from "./schema";
import type { MissingTalk, WriteUpContent, WriteUpItem, WriteUpScope } from "./types";

export const publicationSelect = {
	token: true,
	authorName: true,
	isIndexed: true,
	canonicalUrl: true,
	publishedAt: true,
} as const satisfies Prisma.PublicationSelect;

// Lists are sorted in code: with an order of their own, more than 999 of them could not be fetched in parts.
export const writeUpSelect = {
	id: true,
	title: true,
	date: true,
	slug: true,
	description: true,
	categories: true,
	tags: true,
	keywords: true,
	frontMatter: true,
	intro: true,
	outro: true,
	options: true,
	scope: true,
	revision: true,
	createdAt: true,
	updatedAt: true,
	sections: { select: { id: true, position: true, heading: true, prose: true } },
	items: {
		select: {
			id: true,
			sectionId: true,
			position: true,
			talkId: true,
			missingTalk: true,
			heading: true,
			text: true,
			takeaways: true,
			leftOut: true,
		},
	},
	publication: { select: publicationSelect },
} as const satisfies Prisma.WriteUpSelect;

type WriteUpRow = Prisma.WriteUpGetPayload<{ select: typeof writeUpSelect }>;

const stringList = z.array(z.string()).catch([]);

/** What is stored of a write-up as its author edits it. */
export function toContent(row: WriteUpRow): WriteUpContent {
	const { title, date, slug, description, frontMatter, intro, outro } = row;
	const items = new Map<string, WriteUpItem[]>();
	for (const each of row.items.toSorted(byPosition)) {
		const sectionItems = items.get(each.sectionId);
		if (sectionItems) sectionItems.push(toItem(each));
		else items.set(each.sectionId, [toItem(each)]);
	}
	return {
		...{ title, date, slug, description },
		categories: stringList.parse(row.categories),
		tags: stringList.parse(row.tags),
		keywords: stringList.parse(row.keywords),
		...{ frontMatter, intro },
		sections: row.sections.toSorted(byPosition).map(({ id, heading, prose }) => ({
			...{ id, heading, prose },
			items: items.get(id) ?? [],
		})),
		outro,
	};
}

export function toOptions(stored: unknown): MarkdownOptions | null {
	return stored === null ? null : markdownOptionsSchema.parse(stored);
}

export function toScope(stored: unknown): WriteUpScope {
	return writeUpScopeSchema.catch({ kind: "nothing" }).parse(stored);
}

function toItem({
	id,
	talkId,
	missingTalk,
	heading,
	text,
	takeaways,
	leftOut,
}: WriteUpRow["items"][number]): WriteUpItem {
	return {
		...{ id, talkId },
		// Written by us alone, and looked at before.
		missingTalk: missingTalk as MissingTalk | null,
		...{ heading, text },
		takeaways: takeaways as readonly Takeaway[] | null,
		leftOut: stringList.parse(leftOut),
	};
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
	return a.position - b.position;
}
